/** How many must agree: a part of all, or a number of votes. Whole numbers only: 2/3 is 2/3 and not 0.6667. */
export type Threshold = { readonly kind: 'part'; readonly part: Fraction } | { readonly kind: 'votes'; readonly votes: number };

/** A fraction of whole numbers, from 0 to 1. */
export interface Fraction {
  readonly top: number;
  readonly bottom: number;
}

/** Everybody. */
export const WHOLE: Fraction = { top: 1, bottom: 1 };
/** Nobody need have voted. */
export const NONE: Fraction = { top: 0, bottom: 1 };

const MOST = 10_000;

/** Reads `2/3`; undefined when it is no fraction above 0 and up to 1. */
export function fractionOf(text: string): Fraction | undefined {
  const found = /^(\d{1,5})\s*\/\s*(\d{1,5})$/.exec(text.trim());
  if (!found) return undefined;
  const [top, bottom] = [Number(found[1]), Number(found[2])];
  return top > 0 && top <= bottom && bottom <= MOST ? { top, bottom } : undefined;
}

/** Reads `2/3` as a part and `3` as a number of votes; undefined for anything else. */
export function thresholdOf(text: string): Threshold | undefined {
  const part = fractionOf(text);
  if (part) return { kind: 'part', part };
  if (!/^\d{1,5}$/.test(text.trim())) return undefined;
  const votes = Number(text);
  return votes > 0 && votes <= MOST ? { kind: 'votes', votes } : undefined;
}

/** True when `amount` of `whole` is at least the fraction. Exactly reached is reached. */
export function reaches(amount: number, whole: number, { top, bottom }: Fraction): boolean {
  return amount * bottom >= top * whole;
}
