/** What can be said about how people are asked. */
export type AskOption = 'order' | 'rule' | 'childVeto' | 'weight' | 'place' | 'dueAt';

/** How people are asked, as the form holds it. The time is that of the input field, local and to the minute; empty for none. */
export interface AskWays {
  readonly order: 'parallel' | 'sequential';
  readonly rule: 'all' | 'any';
  readonly childVeto: boolean;
  readonly weight: number;
  readonly place: 'next' | 'end';
  readonly dueAt: string;
}

/** What the server takes when nothing is said. */
export const PLAIN_WAYS: AskWays = { order: 'parallel', rule: 'all', childVeto: false, weight: 1, place: 'next', dueAt: '' };

/** Only a seat can be decided by others; only signers who follow one another have a place. */
export function optionsFor(
  options: readonly AskOption[],
  { kind, order }: { readonly kind: string; readonly order: string | undefined },
): readonly AskOption[] {
  const fits: Partial<Record<AskOption, boolean>> = { childVeto: kind === 'SEAT', place: order === 'sequential' };
  return options.filter((option) => fits[option] ?? true);
}

/** The part of a body that says how people are asked. */
export function waysIn(options: readonly AskOption[], ways: AskWays): object {
  const said = options.filter((option) => option !== 'dueAt').map((option) => [option, ways[option]]);
  const dueAt = options.includes('dueAt') && ways.dueAt !== '' ? { dueAt: new Date(ways.dueAt).toISOString() } : {};
  return { ...Object.fromEntries(said), ...dueAt };
}
