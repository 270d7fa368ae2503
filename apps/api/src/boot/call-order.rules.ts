/** A process as far as calls between processes matter. */
export interface CallingProcess {
  readonly models: readonly { readonly key: string; readonly text: string }[];
}

/** Keys of the processes a drawing calls. */
const calledIn = (text: string): readonly string[] => [...text.matchAll(/\bcalledElement="([^"]+)"/g)].flatMap(([, key]) => key ?? []);

/** The processes in an order in which each comes after those it calls; where they call each other in a circle, in the order given. */
export function inCallOrder<T extends CallingProcess>(processes: readonly T[]): readonly T[] {
  const ordered: T[] = [];
  const entered = new Set<T>();
  const place = (process: T): void => {
    if (entered.has(process)) return;
    entered.add(process);
    const called = process.models.flatMap(({ text }) => calledIn(text));
    for (const other of processes) if (other.models.some(({ key }) => called.includes(key))) place(other);
    ordered.push(process);
  };
  for (const process of processes) place(process);
  return ordered;
}
