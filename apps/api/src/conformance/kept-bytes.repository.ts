import type { Tx } from '@fashen/plugin-api';

/** Bytes that are read and written with every command on a case: its position and the course that leads there. */
export async function keptBytes(tx: Tx, instanceId: string): Promise<number> {
  const rows: unknown = await tx.manager.query(
    'SELECT LENGTH(state) AS position, LENGTH(course) AS course FROM engine_instance WHERE id = ?',
    [instanceId],
  );
  const [row] = rows as readonly { readonly position: number; readonly course: number | null }[];
  return Number(row?.position ?? 0) + Number(row?.course ?? 0);
}
