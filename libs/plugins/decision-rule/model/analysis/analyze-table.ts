import type { JsonObject, LintFinding } from '@fashen/plugin-api';
import type { CompiledCell, CompiledModel, CompiledRow, CompiledTable } from '../compile-decisions';
import { isSingleHit } from '../decision-model';
import { refuse, warn } from '../finding';
import { type Atom, atomsOf, scopeOf, type Symbols } from './atom';
import { type Box, everything, intersectionOf, isReachable, type Region, regionOf, uncovered } from './box.rules';

/** Findings of one kind that are listed; more say nothing new. */
const MAX_FINDINGS = 10;

interface Grid {
  readonly id: string;
  readonly compiled: CompiledTable;
  readonly atoms: readonly (readonly Atom[])[];
  readonly boxes: readonly Box[];
  /** Rows with a threshold that is not known here: what they seem to share may be apart in truth. */
  readonly symbolic: ReadonlySet<number>;
}

/**
 * Looks for cases no row fits, cases several rows fit though the hit policy promises one, rows that can never fit or never count.
 * Works on the bounds the cells name. `known` is data the cells may refer to, such as the parameter values in force; a path that it does
 * not answer stands for an unknown number. Cells outside the plain form are not analyzed and their rows are named.
 */
export function analyzeTables(compiled: CompiledModel, known: JsonObject): readonly LintFinding[] {
  return compiled.decisions.flatMap(({ decision, logic }) =>
    logic.kind === 'table' ? tableFindings(gridOf(decision.id, logic, known)) : [],
  );
}

function tableFindings(grid: Grid): readonly LintFinding[] {
  return [...notAnalyzed(grid), ...unreachable(grid), ...overlaps(grid), ...duplicates(grid), ...hidden(grid), ...gaps(grid)];
}

function gridOf(id: string, compiled: CompiledTable, known: JsonObject): Grid {
  const rows = compiled.rows.filter((row) => row.cells.every((cell) => cell.plain));
  const symbols: Symbols = new Map();
  const atoms = compiled.table.inputs.map((input, column) => atomsOf(input, cellsOf(rows, column), known, symbols));
  const variables = scopeOf(known, symbols);
  const holds = (cell: CompiledCell, atom: Atom): boolean => cell.holds(atom.value, { variables, now: new Date(0) });
  const boxes = rows.map((row) => ({
    index: row.row.index,
    columns: row.cells.map((cell, column) => (atoms[column] ?? []).map((atom) => holds(cell, atom))),
  }));
  const symbolic = new Set(
    rows
      .filter((row) => row.cells.some((cell) => [...symbols.keys()].some((path) => cell.text.includes(path))))
      .map((row) => row.row.index),
  );
  return { id, compiled, atoms, boxes, symbolic };
}

const cellsOf = (rows: readonly CompiledRow[], column: number): readonly CompiledCell[] => rows.flatMap((row) => row.cells[column] ?? []);

function notAnalyzed({ id, compiled, boxes }: Grid): readonly LintFinding[] {
  const rows = compiled.table.rows.map((row) => row.index).filter((index) => !boxes.some((box) => box.index === index));
  return rows.length > 0 ? [warn('not-analyzed', id, { rows })] : [];
}

function unreachable({ id, boxes }: Grid): readonly LintFinding[] {
  return boxes
    .filter((box) => !isReachable(box))
    .slice(0, MAX_FINDINGS)
    .map((box) => warn('unreachable', id, { rows: [box.index] }));
}

/** UNIQUE: no case may fit two rows. ANY: rows that share a case must answer the same. */
function overlaps(grid: Grid): readonly LintFinding[] {
  const { hitPolicy } = grid.compiled.table;
  if (hitPolicy !== 'UNIQUE' && hitPolicy !== 'ANY') return [];
  return pairsOf(grid.boxes)
    .flatMap(([a, b]) => overlapOf(grid, a, b))
    .slice(0, MAX_FINDINGS);
}

function overlapOf(grid: Grid, a: Box, b: Box): readonly LintFinding[] {
  const shared = intersectionOf(a, b);
  const isSame = outputsOf(grid, a) === outputsOf(grid, b);
  if (!shared || (isSame && grid.compiled.table.hitPolicy === 'ANY')) return [];
  const report = grid.symbolic.has(a.index) || grid.symbolic.has(b.index) ? warn : refuse;
  return [report(isSame ? 'overlap' : 'contradiction', grid.id, { rows: [a.index, b.index], example: describe(grid, shared) })];
}

function duplicates(grid: Grid): readonly LintFinding[] {
  if (isSingleHit(grid.compiled.table)) return [];
  const textOf = (box: Box): string => JSON.stringify([grid.compiled.table.rows[box.index - 1]?.tests, outputsOf(grid, box)]);
  return pairsOf(grid.boxes)
    .filter(([a, b]) => textOf(a) === textOf(b))
    .slice(0, MAX_FINDINGS)
    .map(([a, b]) => warn('duplicate', grid.id, { rows: [a.index, b.index] }));
}

/** FIRST: a row whose every case an earlier row takes never counts. */
function hidden(grid: Grid): readonly LintFinding[] {
  if (grid.compiled.table.hitPolicy !== 'FIRST') return [];
  return grid.boxes
    .filter((box, at) => isReachable(box) && isCovered(box, grid.boxes.slice(0, at)))
    .slice(0, MAX_FINDINGS)
    .map((box) => warn('hidden', grid.id, { rows: [box.index] }));
}

function isCovered(box: Box, earlier: readonly Box[]): boolean {
  const { parts, isComplete } = uncovered(regionOf(box), earlier, 1);
  return isComplete && parts.length === 0;
}

function gaps(grid: Grid): readonly LintFinding[] {
  const { compiled, boxes, atoms, id } = grid;
  if (!isSingleHit(compiled.table) || compiled.defaults || boxes.length < compiled.rows.length) return [];
  const { parts } = uncovered(everything(atoms.map((column) => column.length)), boxes, MAX_FINDINGS);
  return parts.map((part) => warn('gap', id, { example: describe(grid, part) }));
}

/** `罚款 = (3000..5000); 当事人类型 = "CITIZEN"`; columns that may have any value are left out. */
function describe({ compiled, atoms }: Grid, region: Region): string {
  const parts = region.flatMap((chosen, column) => {
    const all = atoms[column] ?? [];
    if (chosen.length === all.length) return [];
    return [`${compiled.table.inputs[column]?.label ?? ''} = ${chosen.map((atom) => all[atom]?.label ?? '').join(' | ')}`];
  });
  return parts.join('; ') || '*';
}

const outputsOf = (grid: Grid, box: Box): string => JSON.stringify(grid.compiled.table.rows[box.index - 1]?.outputs);

function pairsOf(boxes: readonly Box[]): readonly (readonly [Box, Box])[] {
  return boxes.flatMap((a, at) => boxes.slice(at + 1).map((b) => [a, b] as const));
}
