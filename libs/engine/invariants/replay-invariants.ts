import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '@fashen/plugin-api';
import type { CompiledProcess } from '../kernel';
import { definitionsIn, type Replayed, ReplayError, replayRecord, type ReplayEntry } from './replay-record';
import { StoredProcesses } from './stored-processes';
import { type Queryable, rowsOf, type Violation } from './violation';

interface CaseRow {
  readonly id: string;
  readonly definition_id: string;
  readonly status: string;
  readonly revision: number;
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

/**
 * I5 by itself, for one case or for all, beside a running system: what the record alone does not lead to. `moddles` as in
 * `verifyInvariants`.
 */
export function verifyReplay(source: Queryable, moddles: Readonly<Record<string, object>>, caseId?: string): Promise<readonly Violation[]> {
  return new ReplayInvariants(source, new StoredProcesses(source, moddles)).replays(caseId);
}

/** The stored cases against what their records alone lead to. Needs the record plugin's table. */
export class ReplayInvariants {
  constructor(
    private readonly source: Queryable,
    private readonly processes: StoredProcesses,
  ) {}

  /** I5, for all cases or for one. */
  async replays(caseId?: string): Promise<readonly Violation[]> {
    const sql = 'SELECT id FROM engine_instance ORDER BY id';
    const cases = caseId === undefined ? await rowsOf<{ id: string }>(this.source, sql) : [{ id: caseId }];
    const found: Violation[] = [];
    for (const { id } of cases) found.push(...(await this.replayAtRest(id)));
    return found;
  }

  /** Row and record are read one after the other: a case that has moved meanwhile is read again. */
  private async replayAtRest(id: string): Promise<readonly Violation[]> {
    for (;;) {
      const stored = await this.find(id);
      const found = stored ? await this.replay(stored) : [];
      if (found.length === 0 || (await this.find(id))?.revision === stored?.revision) return found;
    }
  }

  private async find(id: string): Promise<CaseRow | undefined> {
    const columns = 'id, definition_id, status, revision, state, variables, trail, end_node_id';
    return (await rowsOf<CaseRow>(this.source, `SELECT ${columns} FROM engine_instance WHERE id = ?`, [id]))[0];
  }

  private async replay(stored: CaseRow): Promise<readonly Violation[]> {
    const entries = await this.entriesOf(stored.id);
    const processes = new Map<string, CompiledProcess>();
    for (const id of definitionsIn(entries)) processes.set(id, await this.processes.require(id));
    if (!processes.has(stored.definition_id)) return [`I5: the record of ${stored.id} does not lead to version ${stored.definition_id}`];
    try {
      return differences(stored, replayRecord(processes, entries));
    } catch (error) {
      if (error instanceof ReplayError) return [`I5: the record of ${stored.id} does not replay at ${error.seq}: ${error.problem}`];
      throw error;
    }
  }

  private async entriesOf(instanceId: string): Promise<readonly ReplayEntry[]> {
    const sql = 'SELECT seq, at, act, payload, after_state FROM record_entry WHERE instance_id = ? ORDER BY seq';
    return (await rowsOf<EntryRow>(this.source, sql, [instanceId])).map(({ seq, at, act, payload, after_state }) => ({
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
