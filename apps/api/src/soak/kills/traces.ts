import type { Request, Stage } from './stage';

/** What a request left. */
export interface Trace {
  readonly status: number;
  /** Body of the answer, as text. */
  readonly answer: string;
  /** Entries of records that it wrote, in order. */
  readonly acts: readonly string[];
  /** Rows that came or went, by table. */
  readonly rows: Readonly<Record<string, number>>;
}

/** Sends requests and looks at what they leave in the database. */
export class Traces {
  private tables: readonly string[] | undefined;

  constructor(private readonly stage: Stage) {}

  /** Sends it to a server that is armed with a point. */
  async of(request: Request, point?: string): Promise<Trace> {
    // Now and then a request also notes that its session is in use. Let it be another one than the one that is looked at.
    await this.stage.get(request.who, '/session');
    const before = await this.counts();
    await this.stage.arm(point);
    const { sent, answer } = await this.stage.send(request);
    const after = await this.counts();
    const acts = await this.stage.rows<{ act: string }>(
      'SELECT act FROM record_entry WHERE request_id = ? ORDER BY instance_id, seq',
      sent.key,
    );
    const changed = Object.entries(after).map(([table, amount]) => [table, amount - (before[table] ?? 0)] as const);
    return {
      status: answer.status,
      answer: JSON.stringify(answer.body),
      acts: acts.map(({ act }) => act),
      rows: Object.fromEntries(changed.filter(([, amount]) => amount !== 0)),
    };
  }

  private async counts(): Promise<Readonly<Record<string, number>>> {
    this.tables ??= await this.stage.tables();
    const parts = this.tables.map((table) => `SELECT '${table}' AS name, COUNT(*) AS amount FROM ${table}`);
    const rows = await this.stage.rows<{ name: string; amount: number | string }>(parts.join(' UNION ALL '));
    return Object.fromEntries(rows.map(({ name, amount }) => [name, Number(amount)]));
  }
}
