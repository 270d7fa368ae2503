import { type QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useSession } from '@fashen/ui';
import type { YearReply } from '../model';

const YEARS = '/calendar/years';

/** Path of the versions of a year; also the key under which they are kept. */
export const VERSIONS = '/calendar/versions';

/** One year with its days. */
export function useYear(year: number): UseQueryResult<YearReply> {
  const { api } = useSession();
  return useQuery({ queryKey: [YEARS, year], queryFn: ({ signal }) => api.get<YearReply>(`${YEARS}/${year}`, signal) });
}

/** Makes everything about the calendar read again. */
export async function refreshCalendar(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ queryKey: [YEARS] });
  await queries.invalidateQueries({ queryKey: [VERSIONS] });
}
