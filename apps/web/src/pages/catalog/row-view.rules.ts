import type { DecisionTableView, ViewColumn } from '@fashen/plugins/decision-rule/model';
import { isAny } from './cell-words.rules';

/** A cell with its column. */
export interface ColumnCell {
  readonly column: ViewColumn;
  readonly text: string;
}

/** A row as the catalog shows it: what it is called, when it applies, what follows, and on what it rests. */
export interface CatalogRowView {
  readonly ruleId: string;
  readonly index: number;
  /** From the output `code`, without quotes. */
  readonly code?: string;
  /** From the output `title`, without quotes. */
  readonly title?: string;
  /** Cells that set a condition. */
  readonly conditions: readonly ColumnCell[];
  /** Outputs that say something: `no` and nothing are left out. */
  readonly outcomes: readonly ColumnCell[];
  readonly basis?: string;
}

const SILENT = new Set(['', '-', 'false', '0', '""']);

/** The rows of a decision table, ready to show. */
export function catalogRows(table: DecisionTableView): readonly CatalogRowView[] {
  return table.rows.map((row) => {
    const cells = table.columns.map((column, at) => ({ column, text: row.cells[at] ?? '' }));
    const outputs = cells.filter(({ column }) => column.kind === 'output');
    const named = (name: string): string | undefined => unquoted(outputs.find(({ column }) => column.expression === name)?.text);
    const basis = cells.find(({ column }) => column.kind === 'annotation')?.text;
    return {
      ruleId: row.ruleId,
      index: row.index,
      conditions: cells.filter(({ column, text }) => column.kind === 'input' && !isAny(text)),
      outcomes: outputs.filter(({ column, text }) => !isName(column) && !SILENT.has(text.trim())),
      ...optional('code', named('code')),
      ...optional('title', named('title')),
      ...optional('basis', basis),
    };
  });
}

/** True for outputs that name the row instead of saying what follows. */
function isName({ expression }: ViewColumn): boolean {
  return expression === 'code' || expression === 'title';
}

const unquoted = (text: string | undefined): string | undefined => /^"(.*)"$/s.exec(text?.trim() ?? '')?.[1];

function optional<K extends string>(key: K, value: string | undefined): { readonly [P in K]?: string } {
  return (value ? { [key]: value } : {}) as { readonly [P in K]?: string };
}
