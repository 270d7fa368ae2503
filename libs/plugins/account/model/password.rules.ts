/** What a password must be. */
export interface PasswordPolicy {
  /** Characters, at least. */
  readonly minLength: number;
  /** Kinds of characters out of four (small, capital, digit, other), at least. Letters of scripts without case count as other. */
  readonly minClasses: number;
  /** Words a password must not contain, in small letters: the bureau's names, their pinyin, usual passwords. */
  readonly blocked: readonly string[];
}

export type PasswordWeakness = 'tooShort' | 'tooFewClasses' | 'blockedWord' | 'containsName';

const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/];

/** Everything that stands against a password; empty means it may be used. */
export function weaknessesOf(password: string, names: readonly string[], policy: PasswordPolicy): readonly PasswordWeakness[] {
  const small = password.toLowerCase();
  const found: PasswordWeakness[] = [];
  if ([...password].length < policy.minLength) found.push('tooShort');
  if (classes.filter((kind) => kind.test(password)).length < policy.minClasses) found.push('tooFewClasses');
  if (policy.blocked.some((word) => word !== '' && small.includes(word))) found.push('blockedWord');
  if (names.some((name) => [...name].length >= 4 && small.includes(name.toLowerCase()))) found.push('containsName');
  return found;
}

/** One spelling per password and name: full-width and composed forms that look the same are the same. */
export const sameSpelling = (text: string): string => text.normalize('NFKC');

/** Login names are compared without case. */
export const loginKey = (name: string): string => sameSpelling(name).trim().toLowerCase();
