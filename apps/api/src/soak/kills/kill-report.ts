import { judgeDatabase } from '../crash-run';
import { readDeliveries } from '../deliveries';
import { type Choice, type Kill, killRun, type KillResult } from './kill-run';
import type { StageOptions } from './stage';

/** What came of killing operations. */
export interface KillReport {
  /** Points that each operation passes, in order. */
  readonly points: ReadonlyMap<string, readonly string[]>;
  readonly kills: readonly Kill[];
  /** Operations that were not done, were not cut where they should, or left something else than in peace; and what the judgment found. */
  readonly findings: readonly string[];
}

/** Kills operations on several stages at once, each with a database of its own and its part of the operations, then judges the databases. */
export async function killOperations(stages: readonly StageOptions[], operations: readonly string[], choose: Choice): Promise<KillReport> {
  const parts = stages.map((options, at) => ({ options, own: operations.filter((_, index) => index % stages.length === at) }));
  const reports = await Promise.all(
    parts.map(async ({ options, own }) => {
      const result = await killRun(options, own, choose);
      return { ...result, findings: [...result.findings, ...(await judged(options, result))] };
    }),
  );
  return {
    points: new Map(reports.flatMap(({ points }) => [...points])),
    kills: reports.flatMap(({ kills }) => kills),
    findings: reports.flatMap(({ findings }) => findings),
  };
}

async function judged({ databaseUrl, folder }: StageOptions, { log }: KillResult): Promise<readonly string[]> {
  const { findings } = await judgeDatabase(databaseUrl, log, { deliveries: await readDeliveries(folder) });
  return findings;
}

/** Operations against points: how often each was cut there. `-` is a point that was passed and not cut, blank one that is not passed. */
export function tableOf({ points, kills }: KillReport): readonly string[] {
  const columns = [...new Set([...points.values()].flat())];
  const legend = columns.map((name, at) => `${at + 1} ${name}`).join(', ');
  const width = Math.max(0, ...[...points.keys()].map(({ length }) => length));
  const cell = (operation: string, column: string): string => {
    const cuts = kills.filter((kill) => kill.operation === operation && kill.point === column).length;
    return cuts > 0 ? String(cuts) : points.get(operation)?.includes(column) ? '-' : '';
  };
  const row = (name: string, cells: readonly string[]): string => `${name.padEnd(width)} ${cells.map((text) => text.padStart(3)).join('')}`;
  return [
    `points: ${legend}`,
    row(
      'operation',
      columns.map((_, at) => String(at + 1)),
    ),
    ...[...points.keys()].sort().map((operation) =>
      row(
        operation,
        columns.map((column) => cell(operation, column)),
      ),
    ),
  ];
}
