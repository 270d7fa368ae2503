/** Finds words for what stands in cells: values such as `CITIZEN`, names such as `parameters.fineOrgGte`. */
export interface CellWords {
  /** Word for a value in quotes. */
  readonly value: (value: string) => string;
  /** Word for a name or path; `undefined` when there is none. */
  readonly name: (path: string) => string | undefined;
  readonly yes: string;
  readonly no: string;
  readonly any: string;
  readonly not: (inner: string) => string;
  readonly between: (from: string, to: string) => string;
  readonly contains: (value: string) => string;
  /** Stands between alternatives. */
  readonly or: string;
}

const COMPARISONS: readonly (readonly [string, string])[] = [
  ['>=', '≥ '],
  ['<=', '≤ '],
  ['>', '> '],
  ['<', '< '],
  ['=', ''],
];

/** True when a cell sets no condition. */
export function isAny(text: string): boolean {
  const plain = text.trim();
  return plain === '' || plain === '-';
}

/** A FEEL cell in plain words. What has no words stays as it is written. */
export function cellWords(text: string, words: CellWords): string {
  if (isAny(text)) return words.any;
  return parts(text)
    .map((part) => partWords(part.trim(), words))
    .join(words.or);
}

function partWords(text: string, words: CellWords): string {
  const negated = /^not\((.*)\)$/s.exec(text)?.[1];
  if (negated !== undefined) return words.not(cellWords(negated, words));
  const contained = /^list contains\(\s*\?\s*,\s*"([^"]*)"\s*\)$/.exec(text)?.[1];
  if (contained !== undefined) return words.contains(words.value(contained));
  const range = /^[[(\]](.+?)\.\.(.+?)[\])[]$/.exec(text);
  if (range?.[1] && range[2]) return words.between(valueWords(range[1], words), valueWords(range[2], words));
  const comparison = COMPARISONS.find(([sign]) => text.startsWith(sign));
  if (comparison) return `${comparison[1]}${valueWords(text.slice(comparison[0].length), words)}`;
  return valueWords(text, words);
}

function valueWords(text: string, words: CellWords): string {
  const plain = text.trim();
  const quoted = /^"([^"]*)"$/.exec(plain)?.[1];
  if (quoted !== undefined) return words.value(quoted);
  if (plain === 'true') return words.yes;
  if (plain === 'false') return words.no;
  if (/^-?\d+(\.\d+)?$/.test(plain)) return Number(plain).toLocaleString('en-US');
  return words.name(plain) ?? plain;
}

/** Splits at commas that stand outside of quotes and brackets. */
function parts(text: string): readonly string[] {
  const found: string[] = [];
  let depth = 0;
  let isQuoted = false;
  let current = '';
  for (const letter of text) {
    if (letter === '"') isQuoted = !isQuoted;
    if (!isQuoted && '([{'.includes(letter)) depth += 1;
    if (!isQuoted && ')]}'.includes(letter)) depth -= 1;
    if (letter === ',' && depth === 0 && !isQuoted) {
      found.push(current);
      current = '';
    } else current += letter;
  }
  return [...found, current];
}
