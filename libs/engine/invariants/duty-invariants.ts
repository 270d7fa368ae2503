import type { DataSource } from 'typeorm';
import type { ProcessModel } from '@fashen/plugin-api';
import { parseModel } from '../model';
import { rowsOf, type Violation } from './violation';

interface DoneRow {
  readonly instance_id: string;
  readonly definition_id: string;
  readonly node_id: string;
  readonly ended_by: string;
}

/** Duties no two of which one person may have in one case. */
const APART: readonly (readonly [string, string])[] = [
  ['investigate', 'review'],
  ['investigate', 'sign-review'],
  ['investigate', 'decide'],
  ['approve-handling', 'review'],
  ['approve-handling', 'sign-review'],
  ['review', 'decide'],
  ['sign-review', 'decide'],
];
const ASSIGNMENT = 'assignment:Assignment';

/** I11: who did what in a case, against the duties and exclusions its model draws. Judged anew, without the code that keeps them apart. */
export class DutyInvariants {
  constructor(
    private readonly dataSource: DataSource,
    private readonly moddles: Readonly<Record<string, object>>,
  ) {}

  async apart(): Promise<readonly Violation[]> {
    const sql = `SELECT t.instance_id, i.definition_id, t.node_id, t.ended_by FROM engine_task t JOIN engine_instance i ON i.id = t.instance_id
      WHERE t.state = 'DONE' AND t.kind <> 'REWORK' ORDER BY t.instance_id`;
    const rows = await rowsOf<DoneRow>(this.dataSource, sql);
    const models = await this.modelsOf(new Set(rows.map((row) => row.definition_id)));
    const cases = new Map<string, DoneRow[]>();
    for (const row of rows) cases.set(row.instance_id, [...(cases.get(row.instance_id) ?? []), row]);
    return [...cases.values()].flatMap((done) => violationsIn(done, models.get(done[0]?.definition_id ?? '')));
  }

  private async modelsOf(ids: ReadonlySet<string>): Promise<ReadonlyMap<string, ProcessModel>> {
    const models = new Map<string, ProcessModel>();
    for (const { id, xml } of await rowsOf<{ id: string; xml: string }>(this.dataSource, 'SELECT id, xml FROM engine_definition')) {
      const model = ids.has(id) ? (await parseModel(xml, this.moddles)).model : undefined;
      if (model) models.set(id, model);
    }
    return models;
  }
}

function violationsIn(done: readonly DoneRow[], model: ProcessModel | undefined): readonly Violation[] {
  if (!model) return [];
  return done.flatMap((one) =>
    done
      .filter((other) => other !== one && other.ended_by === one.ended_by && mustDiffer(model, one.node_id, other.node_id))
      .map((other) => `I11: ${one.ended_by} did ${other.node_id} and ${one.node_id} of ${one.instance_id}`),
  );
}

function mustDiffer(model: ProcessModel, nodeId: string, otherId: string): boolean {
  const { exclude, duty } = settingsOf(model, nodeId);
  if (exclude.includes(otherId)) return true;
  const other = settingsOf(model, otherId).duty;
  return APART.some(([first, second]) => first === duty && second === other);
}

function settingsOf(model: ProcessModel, nodeId: string): { readonly exclude: readonly string[]; readonly duty: string } {
  const { exclude, duty } = model.elements.get(nodeId)?.extensions[ASSIGNMENT] ?? {};
  return { exclude: typeof exclude === 'string' ? exclude.split(/\s+/) : [], duty: typeof duty === 'string' ? duty : 'none' };
}
