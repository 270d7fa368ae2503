import type { JsonObject, LintFinding } from '@fashen/plugin-api';
import type { CompiledCell, CompiledModel, CompiledRow, CompiledTable } from '../compile-decisions';
import { isSingleHit } from '../decision-model';
import { refuse, warn } from '../finding';
import { type Atom, atomsOf, scopeOf, type Symbols } from './atom';
import { type Box, type Budget, everything, intersectionOf, isReachable, type Region, regionOf, uncovered } from './box.rules';

/** Findings of one kind that are listed; more say nothing new. */
const MAX_FINDINGS = 10;
/** Larger tables are judged as they are; laying all their rows beside each other would take too long while somebody edits. */
const MAX_ROWS = 250;
/** Row-and-bound comparisons of one table. */
const BUDGET = 1_000_000;

interface Grid {
  readonly id: string;
  readonly compiled: CompiledTable;
  readonly atoms: readonly (readonly Atom[])[];
  readonly boxes: readonly Box[];
  /** Rows with a threshold that is not known here: what they seem to share may be apart in truth. */
  readonly symbolic: ReadonlySet<number>;
  readonly budget: Budget;
}

/**
 * Looks for cases no row fits, cases several rows fit though the hit policy promises one, rows that can never fit or never count.
 * Works on the bounds the cells name. `known` is data the cells may refer to, such as the parameter values in force; a path that it does
 * not answer stands for an unknown number. Cells outside the plain form are not analyzed and their rows are named.
 */
export function analyzeTables(compiled: CompiledModel, known: JsonObject): readonly LintFinding[] {
  return compiled.decisions.flatMap(({ decision, logic }) => (logic.kind === 'table' ? findingsOf(decision.id, logic, known) : []));
}

function findingsOf(id: string, compiled: CompiledTable, known: JsonObject): readonly LintFinding[] {
  if (compiled.rows.length > MAX_ROWS) return [warn('not-analyzed', id, { rows: [`1–${compiled.rows.length}`] })];
  return tableFindings(gridOf(id, compiled, known));
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
  return { id, compiled, atoms, boxes, symbolic, budget: { left: BUDGET } };
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
  return overPairs(grid.boxes, (a, b) => overlapOf(grid, a, b));
}

function overlapOf(grid: Grid, a: Box, b: Box): readonly LintFinding[] {
  const shared = intersectionOf(a, b);
  const isSame = outputsOf(grid, a) === outputsOf(grid, b);
  if (!shared || (isSame && grid.compiled.table.hitPolicy === 'ANY')) return [];
  const report = grid.symbolic.has(a.index) || grid.symbolic.has(b.index) ? warn : refuse;
  return [report(isSame ? 'overlap' : 'contradiction', grid.id, { rows: [a.index, b.index], example: describe(grid, shared) })];
}

function duplicates(grid: Grid): readonly LintFinding[] {
  const { id, boxes } = grid;
  if (isSingleHit(grid.compiled.table)) return [];
  const textOf = (box: Box): string => JSON.stringify([grid.compiled.table.rows[box.index - 1]?.tests, outputsOf(grid, box)]);
  const texts = new Map(boxes.map((box) => [box, textOf(box)]));
  return overPairs(boxes, (a, b) => (texts.get(a) === texts.get(b) ? [warn('duplicate', id, { rows: [a.index, b.index] })] : []));
}

/** FIRST: a row whose every case an earlier row takes never counts. */
function hidden(grid: Grid): readonly LintFinding[] {
  if (grid.compiled.table.hitPolicy !== 'FIRST') return [];
  return grid.boxes
    .filter((box, at) => isReachable(box) && isCovered(box, grid.boxes.slice(0, at), grid.budget))
    .slice(0, MAX_FINDINGS)
    .map((box) => warn('hidden', grid.id, { rows: [box.index] }));
}

function isCovered(box: Box, earlier: readonly Box[], budget: Budget): boolean {
  const { parts, isComplete } = uncovered(regionOf(box), earlier, { limit: 1, budget });
  return isComplete && parts.length === 0;
}

function gaps(grid: Grid): readonly LintFinding[] {
  const { compiled, boxes, atoms, id, budget } = grid;
  if (!isSingleHit(compiled.table) || compiled.defaults || boxes.length < compiled.rows.length) return [];
  const { parts } = uncovered(everything(atoms.map((column) => column.length)), boxes, { limit: MAX_FINDINGS, budget });
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

/** Looks at rows two by two until enough is found. */
function overPairs(boxes: readonly Box[], look: (a: Box, b: Box) => readonly LintFinding[]): readonly LintFinding[] {
  const found: LintFinding[] = [];
  for (const [at, a] of boxes.entries()) {
    for (const b of boxes.slice(at + 1)) found.push(...look(a, b));
    if (found.length >= MAX_FINDINGS) break;
  }
  return found.slice(0, MAX_FINDINGS);
}
