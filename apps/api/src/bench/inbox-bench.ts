import { newId } from '@fashen/database';
import type { BenchNode } from './bench-node';
import { type Measured, measure } from './statistics';

/** How long the first page of an inbox takes. */
export interface InboxResult {
  readonly openTasks: number;
  readonly assigned: Measured;
  readonly claimable: Measured;
}

const ROWS_PER_STATEMENT = 500;
const PAGES = 150;
const NO_DUE_ORDER = 9_000_000_000_000_000;
const ROLE = 'role:legal-reviewer';
const HOLDER = 'bing';
const COLUMNS = [
  ...['id', 'instance_id', 'definition_id', 'definition_key', 'node_id', 'node_name', 'execution_id', 'state', 'assignee_id'],
  ...['assigned_at', 'candidates', 'created_at', 'due_order', 'row_version', 'business_key', 'title'],
];

type Value = string | number | null;

/** One person's inbox while so many tasks are open, half of them held by that person and half claimable by that person's role. */
export class InboxBench {
  private open = 0;

  constructor(private readonly node: BenchNode) {}

  async run(openTasks: number): Promise<InboxResult> {
    while (this.open < openTasks) await this.add(Math.min(ROWS_PER_STATEMENT, openTasks - this.open));
    return { openTasks, assigned: await this.page('assigned'), claimable: await this.page('claimable') };
  }

  private async page(view: 'assigned' | 'claimable'): Promise<Measured> {
    const { node } = this;
    const actor = await node.actor(HOLDER);
    const list = async (): Promise<void> => {
      const page = await node.units.read(node.context(actor), (tx) => node.tasks.list(tx, { view, limit: 50 }));
      if (page.items.length !== 50) throw new Error(`the first page has ${page.items.length} tasks`);
    };
    await measure(PAGES / 5, 1, list);
    return measure(PAGES, 1, list);
  }

  private async add(count: number): Promise<void> {
    const rows = Array.from({ length: count }, (_none, index) => this.row(this.open + index));
    const claimable = rows.filter((row) => row[COLUMNS.indexOf('state')] === 'READY');
    await this.insert('engine_task', COLUMNS, rows);
    const candidates = claimable.map(([id = null, instanceId = null]) => [id, ROLE, NO_DUE_ORDER, instanceId]);
    await this.insert('engine_task_candidate', ['task_id', 'principal', 'due_order', 'instance_id'], candidates);
    this.open += count;
  }

  private row(number: number): readonly Value[] {
    const isHeld = number % 2 === 0;
    const now = Date.now();
    return [
      ...[newId(), newId(), newId(), 'penalty-ordinary', 'legalReview', '法制审核', 'a1', isHeld ? 'ASSIGNED' : 'READY'],
      ...[isHeld ? HOLDER : null, isHeld ? now : null, JSON.stringify([ROLE]), now, NO_DUE_ORDER, 1],
      ...[`样城执罚立〔2026〕${number}号`, '擅自占用城市道路案'],
    ];
  }

  private async insert(table: string, columns: readonly string[], rows: readonly (readonly Value[])[]): Promise<void> {
    const places = `(${columns.map(() => '?').join(', ')})`;
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${rows.map(() => places).join(', ')}`;
    await this.node.database.dataSource.query(sql, rows.flat());
  }
}
