import type { DataSource } from 'typeorm';
import { DutyInvariants } from './duty-invariants';
import { RecordInvariants } from './record-invariants';
import { ReplayInvariants } from './replay-invariants';
import { StateInvariants } from './state-invariants';
import { StoredProcesses } from './stored-processes';
import type { Violation } from './violation';
import { WorkInvariants } from './work-invariants';

/** Besides the tables: what the check needs to know. */
export interface InvariantOptions {
  /** The time, milliseconds since the epoch; without it nothing about leases and due times is checked. */
  readonly now?: number;
  /** Jobs and deliveries must be done so long after they fell due. Give it only when a node has been working that long. */
  readonly graceMs?: number;
}

/**
 * Checks what must hold in a database between any two commands, whatever has died before:
 * I3 the record of each case is a chain without gaps, I4 task, timer and subscription rows are exactly the waits of the saved states,
 * I5 the record alone, replayed on a fresh kernel, leads to the stored case,
 * I6 no task is ended twice and the record and the table agree about it, I7 no timer fires twice or is forgotten, I8 nor is a delivery,
 * I9 a running case waits for something, I10 no lease outlives its node by more than 30 s, I11 duties are apart,
 * I12 the jobs of suspended cases are held, and no others.
 * Answers every violation; empty is right. `moddles` are the BPMN extensions of the plugins, by plugin id.
 */
export async function verifyInvariants(
  dataSource: DataSource,
  moddles: Readonly<Record<string, object>> = {},
  { now, graceMs }: InvariantOptions = {},
): Promise<readonly Violation[]> {
  const processes = new StoredProcesses(dataSource, moddles);
  const states = new StateInvariants(dataSource, processes);
  const found = [...(await states.states()), ...(await states.doubleTasks()), ...(await states.seats()), ...(await states.candidates())];
  found.push(...(await new DutyInvariants(dataSource, moddles).apart()));
  const work = new WorkInvariants(dataSource);
  found.push(...(await work.held()));
  const records = new RecordInvariants(dataSource);
  if (await records.isInstalled()) {
    found.push(...(await records.chains()), ...(await records.completions()), ...(await records.timers()));
    found.push(...(await new ReplayInvariants(dataSource, processes).replays()));
  }
  if (now === undefined) return found;
  return [...found, ...(await work.leases(now)), ...(graceMs === undefined ? [] : await work.overdue(now, graceMs))];
}
