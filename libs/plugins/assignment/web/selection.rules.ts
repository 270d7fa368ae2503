/** Which rows of a list are chosen, and the row from which a range is counted. */
export interface Selection {
  readonly ids: ReadonlySet<string>;
  readonly anchor?: string;
}

/** Nothing is chosen. */
export const EMPTY_SELECTION: Selection = { ids: new Set() };

/** Chooses a row, or lets it go. */
export function toggled({ ids }: Selection, id: string): Selection {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { ids: next, anchor: id };
}

/** Chooses all rows from the last one that was touched to this one, in the order of the list. Without such a row only this one. */
export function extended({ ids, anchor }: Selection, rows: readonly string[], id: string): Selection {
  const [from, to] = [rows.indexOf(anchor ?? id), rows.indexOf(id)];
  if (from < 0 || to < 0) return { ids: new Set([...ids, id]), anchor: id };
  const range = rows.slice(Math.min(from, to), Math.max(from, to) + 1);
  return { ids: new Set([...ids, ...range]), anchor: id };
}
