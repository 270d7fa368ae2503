/** Most ways of matching that a pattern may leave open. Two free repeats stay below it, three do not. */
const MOST_WAYS = 50_000;
/** Ways of a repeat without an upper bound: no pattern is run on longer text. */
const ENDLESS = 200;

/** Escapes and classes, which match one character whatever stands in them. */
const ONE_CHARACTER = /\\(?:[pP]\{[^}]*\}|u\{[^}]*\}|k<[^>]*>|[^])|\[(?:\\[^]|[^\]\\])*\]/gu;
const BACK_REFERENCE = /\\[1-9k]/;
const LOOK_AROUND = /\(\?<?[=!]/;
/** A group that repeats, other than "once or not at all". */
const REPEATED_GROUP = /\)(?:[*+]|\{)/;
const REPEAT = /[*+?]|\{(\d+)(,)?(\d*)\}/g;

/**
 * True when matching may take for ever: somebody who draws a form must not be able to hold up the server. The ways in which a pattern
 * can match are counted as if nothing ever fitted at once: every open repeat and every alternative multiplies them. Broken ones are costly.
 */
export function isCostly(pattern: string): boolean {
  if (!isPattern(pattern) || BACK_REFERENCE.test(pattern)) return true;
  const plain = pattern.replaceAll(ONE_CHARACTER, 'x');
  if (LOOK_AROUND.test(plain) || REPEATED_GROUP.test(plain)) return true;
  // What follows a parenthesis that opens is the kind of the group, what follows a repeat is its greed.
  const repeats = plain.replaceAll('(?', '(').replaceAll(/([*+?}])\?/g, '$1');
  const alternatives = 2 ** (plain.split('|').length - 1);
  return [...repeats.matchAll(REPEAT)].reduce((ways, repeat) => ways * waysOf(repeat), alternatives) > MOST_WAYS;
}

function waysOf([sign, least = '0', comma, most]: RegExpMatchArray): number {
  if (sign === '?') return 2;
  if (sign === '*' || sign === '+' || (comma && !most)) return ENDLESS;
  return comma ? Math.min(Number(most) - Number(least) + 1, ENDLESS) : 1;
}

function isPattern(pattern: string): boolean {
  try {
    new RegExp(pattern, 'u');
    return true;
  } catch {
    return false;
  }
}
