import { clauseName } from './clause.rules';
import { type Clause, clauseSchema, hasPeriod } from './clause.schema';
import { csvOf, type CsvRow, readCsv } from './csv.rules';

/** Something that cannot be read at a line. `field` is the column. */
export interface ClauseProblem {
  readonly line: number;
  readonly code: 'UNREADABLE' | 'FIELD_WRONG' | 'PERIOD_REVERSED' | 'CODE_TWICE' | 'CLAUSE_TWICE';
  readonly field?: string;
  readonly text: string;
}

/** What was read from a table. */
export interface ClauseDraft {
  readonly clauses: readonly Clause[];
  readonly problems: readonly ClauseProblem[];
}

/** Columns of the table, in this order; a first row with these names, in either language, is a head. */
export const COLUMNS = ['code', 'law', 'article', 'title', 'validFrom', 'validUntil', 'source', 'text'] as const;

/** Reads a pasted or uploaded table. Nothing is guessed: what cannot be read is a problem at its line. */
export function readClauses(text: string): ClauseDraft {
  const rows = readCsv(text).filter((row, index) => index > 0 || !isHead(row));
  const read = rows.map(readRow);
  const found = read.flatMap(({ line, clause }) => (clause ? [{ line, clause }] : []));
  const problems = [...read.flatMap(({ problem }) => (problem ? [problem] : [])), ...doubles(found)];
  return { clauses: found.map(({ clause }) => clause), problems: problems.sort((one, other) => one.line - other.line) };
}

/** The table of a list, with a head, to be changed elsewhere and pasted again. */
export function tableOf(clauses: readonly Clause[]): string {
  return csvOf([COLUMNS, ...clauses.map((one) => COLUMNS.map((column) => one[column] ?? ''))]);
}

interface ReadRow {
  readonly line: number;
  readonly clause?: Clause;
  readonly problem?: ClauseProblem;
}

function readRow({ line, cells }: CsvRow): ReadRow {
  const whole = cells.join(',').slice(0, 60);
  if (cells.length < 4 || cells.length > COLUMNS.length) return { line, problem: { line, code: 'UNREADABLE', text: whole } };
  const given = COLUMNS.flatMap((column, index) => (cells[index] ? [[column, cells[index]] as const] : []));
  const parsed = clauseSchema.safeParse(Object.fromEntries(given));
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? '');
    return { line, problem: { line, code: 'FIELD_WRONG', field, text: whole } };
  }
  if (!hasPeriod(parsed.data)) return { line, problem: { line, code: 'PERIOD_REVERSED', text: whole } };
  return { line, clause: parsed.data };
}

function doubles(found: readonly { readonly line: number; readonly clause: Clause }[]): readonly ClauseProblem[] {
  const [codes, names] = [new Set<string>(), new Set<string>()];
  return found.flatMap(({ line, clause }): readonly ClauseProblem[] => {
    const name = clauseName(clause);
    const code = codes.has(clause.code) ? 'CODE_TWICE' : names.has(name) ? 'CLAUSE_TWICE' : undefined;
    codes.add(clause.code);
    names.add(name);
    return code ? [{ line, code, text: code === 'CODE_TWICE' ? clause.code : name }] : [];
  });
}

const HEADS: readonly string[] = ['code', '代码', '编码'];
const isHead = ({ cells }: CsvRow): boolean => HEADS.includes((cells[0] ?? '').toLowerCase());
