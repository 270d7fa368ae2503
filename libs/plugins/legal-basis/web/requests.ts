import type { QueryClient } from '@tanstack/react-query';

/** Path of the clauses in force; also the key under which they are kept. */
export const CLAUSES = '/legal-basis/clauses';

/** Path of the versions. */
export const VERSIONS = '/legal-basis/versions';

/** Makes everything about the library read again. */
export async function refreshLibrary(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ queryKey: [CLAUSES] });
  await queries.invalidateQueries({ queryKey: [VERSIONS] });
}
