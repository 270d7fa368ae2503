import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '@fashen/plugin-api';
import type { DataSource } from 'typeorm';
import { type Replayed, ReplayError, replayRecord, type ReplayEntry } from './replay-record';
import type { StoredProcesses } from './stored-processes';
import { rowsOf, type Violation } from './violation';

interface CaseRow {
  readonly id: string;
  readonly definition_id: string;
  readonly status: string;
  readonly state: string;
  readonly variables: string;
  readonly trail: string;
  readonly end_node_id: string | null;
}
interface EntryRow {
  readonly seq: number;
  readonly at: number | string;
  readonly act: string;
  readonly payload: string;
  readonly after_state: string | null;
}

/** The stored cases against what their records alone lead to. Needs the record plugin's table. */
export class ReplayInvariants {
  constructor(
    private readonly dataSource: DataSource,
    private readonly processes: StoredProcesses,
  ) {}

  /** I5, for all cases or for one. */
  async replays(caseId?: string): Promise<readonly Violation[]> {
    const columns = 'id, definition_id, status, state, variables, trail, end_node_id';
    const ids = await rowsOf<{ id: string }>(this.dataSource, 'SELECT id FROM engine_instance ORDER BY id');
    const found: Violation[] = [];
    for (const { id } of caseId === undefined ? ids : [{ id: caseId }]) {
      const [stored] = await rowsOf<CaseRow>(this.dataSource, `SELECT ${columns} FROM engine_instance WHERE id = ?`, [id]);
      if (stored) found.push(...(await this.replay(stored)));
    }
    return found;
  }

  private async replay(stored: CaseRow): Promise<readonly Violation[]> {
    const process = await this.processes.require(stored.definition_id);
    try {
      return differences(stored, replayRecord(process, await this.entriesOf(stored.id)));
    } catch (error) {
      if (error instanceof ReplayError) return [`I5: the record of ${stored.id} does not replay at ${error.seq}: ${error.problem}`];
      throw error;
    }
  }

  private async entriesOf(instanceId: string): Promise<readonly ReplayEntry[]> {
    const sql = 'SELECT seq, at, act, payload, after_state FROM record_entry WHERE instance_id = ? ORDER BY seq';
    return (await rowsOf<EntryRow>(this.dataSource, sql, [instanceId])).map(({ seq, at, act, payload, after_state }) => ({
      ...{ seq: Number(seq), at: Number(at), act, payload: JSON.parse(payload) as JsonObject },
      ...(after_state !== null && { after: JSON.parse(after_state) as Json }),
    }));
  }
}

function differences(stored: CaseRow, { state, variables, ended, nodes, flows }: Replayed): readonly Violation[] {
  const replayed = { status: ended?.status ?? 'RUNNING', end: ended?.endNodeId ?? null, state, variables, trail: { nodes, flows } };
  const kept: Readonly<Record<keyof typeof replayed, unknown>> = {
    ...{ status: stored.status === 'SUSPENDED' ? 'RUNNING' : stored.status, end: stored.end_node_id },
    ...{ state: JSON.parse(stored.state), variables: JSON.parse(stored.variables), trail: JSON.parse(stored.trail) },
  };
  const again = JSON.parse(JSON.stringify(replayed)) as Readonly<Record<string, unknown>>;
  return Object.entries(kept).flatMap(([what, value]) =>
    isDeepStrictEqual(value, again[what]) ? [] : [`I5: the record of ${stored.id} leads to ${what} other than stored`],
  );
}
