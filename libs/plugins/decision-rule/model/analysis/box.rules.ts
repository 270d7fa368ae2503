/** A row seen as a box: per column the atoms its cell holds for. */
export interface Box {
  /** Row number from 1. */
  readonly index: number;
  readonly columns: readonly (readonly boolean[])[];
}

/** Part of a table's value space: per column the atoms. */
export type Region = readonly (readonly number[])[];

/** True when some value of every column fits. */
export function isReachable(box: Box): boolean {
  return box.columns.every((column) => column.includes(true));
}

/** The atoms both rows hold for; undefined when no case can fit both. */
export function intersectionOf(a: Box, b: Box): Region | undefined {
  const meets = (column: readonly boolean[], at: number): boolean => column.some((holds, atom) => holds && b.columns[at]?.[atom]);
  if (!a.columns.every(meets)) return undefined;
  return a.columns.map((column, at) => column.flatMap((holds, atom) => (holds && b.columns[at]?.[atom] ? [atom] : [])));
}

/** The whole value space of a table. */
export function everything(sizes: readonly number[]): Region {
  return sizes.map((size) => Array.from({ length: size }, (_, atom) => atom));
}

/** The atoms of one row. */
export function regionOf(box: Box): Region {
  return box.columns.map((column) => column.flatMap((holds, atom) => (holds ? [atom] : [])));
}

/** How much looking is left for a table. Shared by all searches in it, so that no table takes longer than a moment. */
export interface Budget {
  left: number;
}

/** Parts of a region that no box covers, at most `limit` of them. `isComplete` is false when the budget ended first. */
export function uncovered(
  region: Region,
  boxes: readonly Box[],
  { limit, budget }: { limit: number; budget: Budget },
): { readonly parts: readonly Region[]; readonly isComplete: boolean } {
  const search = new Search(region, limit, budget);
  search.visit(0, boxes, []);
  return { parts: search.parts, isComplete: budget.left > 0 };
}

/** Column by column: atoms that leave the same rows alive are one branch; a branch without rows alive is a gap. */
class Search {
  readonly parts: Region[] = [];
  private readonly covered = new Set<string>();

  constructor(
    private readonly region: Region,
    private readonly limit: number,
    private readonly budget: Budget,
  ) {}

  visit(column: number, alive: readonly Box[], chosen: Region): void {
    if (this.parts.length >= this.limit || this.budget.left <= 0) return;
    if (alive.length === 0) {
      this.parts.push([...chosen, ...this.region.slice(column)]);
      return;
    }
    if (column === this.region.length) return;
    const key = `${column}:${alive.map((box) => box.index).join(',')}`;
    if (this.covered.has(key)) return;
    const before = this.parts.length;
    for (const { atoms, rows } of this.branches(column, alive)) this.visit(column + 1, rows, [...chosen, atoms]);
    if (this.parts.length === before && this.budget.left > 0) this.covered.add(key);
  }

  private branches(column: number, alive: readonly Box[]): readonly { atoms: number[]; rows: readonly Box[] }[] {
    const branches = new Map<string, { atoms: number[]; rows: readonly Box[] }>();
    const atoms = this.region[column] ?? [];
    this.budget.left -= (atoms.length + 1) * alive.length;
    for (const atom of atoms) {
      const rows = alive.filter((box) => box.columns[column]?.[atom]);
      const key = rows.map((box) => box.index).join(',');
      const branch = branches.get(key);
      if (branch) branch.atoms.push(atom);
      else branches.set(key, { atoms: [atom], rows });
    }
    return [...branches.values()];
  }
}
