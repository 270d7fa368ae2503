import { z } from 'zod';
import data from './trivial-pins.json';

/** What a signing PIN must be. */
export interface PinPolicy {
  /** Digits, at least. */
  readonly minLength: number;
  /** PINs that are refused because everybody tries them first. */
  readonly trivial: readonly string[];
}

/** Why a PIN is refused. */
export type PinWeakness = 'notDigits' | 'tooShort' | 'sequence' | 'repetition' | 'trivial';

/** PINs people choose first, as they come with the product. */
export const TRIVIAL_PINS: readonly string[] = z.object({ pins: z.array(z.string().regex(/^\d+$/)) }).parse(data).pins;

/** Everything that stands against a PIN; empty means it may be used. */
export function pinWeaknessesOf(pin: string, { minLength, trivial }: PinPolicy): readonly PinWeakness[] {
  if (!/^\d+$/.test(pin)) return ['notDigits'];
  const found: PinWeakness[] = [];
  if (pin.length < minLength) found.push('tooShort');
  if (isSequence(pin)) found.push('sequence');
  if (isRepetition(pin)) found.push('repetition');
  if (trivial.includes(pin)) found.push('trivial');
  return found;
}

/** Each digit is the one before plus, or minus, the same 1 or 2: `123456`, `890123`, `864208`. */
function isSequence(pin: string): boolean {
  const digits = [...pin].map(Number);
  const steps = new Set(digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10));
  const [step] = steps;
  return steps.size === 1 && step !== undefined && [1, 2, 8, 9].includes(step);
}

/** The same digits over and over: `111111`, `121212`, `123123`; or each of them doubled in a row of two: `111222`. */
function isRepetition(pin: string): boolean {
  return /^(\d{1,4})\1+$/.test(pin) || new Set(pin).size < 3;
}
