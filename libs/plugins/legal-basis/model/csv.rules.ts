/** One row of a table and the line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

const CELL = /("(?:[^"]|"")*"|[^,\t\n"]*)([,\t]|\n|$)/y;

/** Reads comma or tab separated text. Cells in quotes may hold separators, line ends and doubled quotes. Empty rows are left out. */
export function readCsv(text: string): readonly CsvRow[] {
  const all = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const rows: CsvRow[] = [];
  let [cells, line, begin]: [string[], number, number] = [[], 1, 1];
  CELL.lastIndex = 0;
  while (CELL.lastIndex < all.length) {
    const found = CELL.exec(all);
    if (!found) return [...rows, { line: begin, cells: [] }];
    const [whole, cell = '', end] = found;
    cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"').trim() : cell.trim());
    line += whole.split('\n').length - 1;
    if (end === ',' || end === '\t') continue;
    rows.push({ line: begin, cells });
    [cells, begin] = [[], line];
  }
  if (cells.length > 0) rows.push({ line: begin, cells });
  return rows.filter(({ cells: found }) => found.length === 0 || found.some((cell) => cell !== ''));
}

/** The same the other way: quotes where they are needed. */
export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map(quoted).join(',')).join('\n');
}

const quoted = (cell: string): string => (/[",\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
