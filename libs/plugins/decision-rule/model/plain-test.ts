import type { Json, JsonObject } from '@fashen/plugin-api';

/** What a cell compares with: a value written in the cell, or a path into case data and earlier decisions. */
export type Operand =
  | { readonly kind: 'value'; readonly value: PlainValue; readonly isDate: boolean }
  | { readonly kind: 'path'; readonly path: readonly string[] };
type PlainValue = number | string | boolean | null;

/** One alternative of a cell. */
export type PlainAlternative =
  | { readonly kind: 'compare'; readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>='; readonly operand: Operand }
  | {
      readonly kind: 'interval';
      readonly from: Operand;
      readonly to: Operand;
      readonly includesFrom: boolean;
      readonly includesTo: boolean;
    }
  | { readonly kind: 'contains'; readonly operand: Operand };

/** A cell in the plain form that nearly every legal table is written in. */
export interface PlainTest {
  readonly isNegated: boolean;
  /** Empty means any value. */
  readonly alternatives: readonly PlainAlternative[];
}

const TOKEN =
  /\s*(date\(\s*"(\d{4}-\d{2}-\d{2})"\s*\)|"((?:[^"\\]|\\.)*)"|-?\d+(?:\.\d+)?|[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*|\.\.|!=|<=|>=|[-<>=()[\],?])/uy;
const WORDS: Readonly<Record<string, PlainValue>> = { true: true, false: false, null: null };
const FEEL_WORDS = /^(not|and|or|in|if|then|else|for|some|every|between|instance|of|function|satisfies|return|date|time|duration)$/;

/**
 * Reads a cell of the plain form: `-`, values, comparisons, intervals, `not(...)`, `list contains(?, x)`, separated by commas,
 * with numbers, texts, dates and paths as operands. Anything else answers undefined and is left to the FEEL interpreter.
 * Two reasons not to send every cell there: a table is judged some hundred times faster, and the checks for gaps and overlaps
 * need to see the bounds. A property test holds both to the same answers.
 */
export function readPlainTest(text: string): PlainTest | undefined {
  const trimmed = text.trim();
  if (trimmed === '-' || trimmed === '') return { isNegated: false, alternatives: [] };
  const tokens = tokensOf(trimmed);
  return tokens && new PlainReader(tokens).read();
}

function tokensOf(text: string): readonly string[] | undefined {
  const tokens: string[] = [];
  const normal = text.replace(/list contains\s*\(\s*\?\s*,/g, 'list_contains(');
  let at = 0;
  while (at < normal.length) {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(normal);
    if (!match?.[1]) return normal.slice(at).trim() === '' ? tokens : undefined;
    tokens.push(match[1]);
    at = TOKEN.lastIndex;
  }
  return tokens;
}

class PlainReader {
  private at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  read(): PlainTest | undefined {
    const isNegated = this.tokens[0] === 'not' && this.tokens[1] === '(';
    if (isNegated) this.at = 2;
    const alternatives = this.list();
    if (!alternatives) return undefined;
    if (isNegated && !this.take(')')) return undefined;
    return this.at === this.tokens.length ? { isNegated, alternatives } : undefined;
  }

  private list(): PlainAlternative[] | undefined {
    const found: PlainAlternative[] = [];
    do {
      const alternative = this.alternative();
      if (!alternative) return undefined;
      found.push(alternative);
    } while (this.take(','));
    return found;
  }

  private alternative(): PlainAlternative | undefined {
    const token = this.tokens[this.at];
    if (token === '[' || token === '(' || token === ']') return this.interval();
    if (token === 'list_contains') return this.contains();
    const operator = isOperator(token) ? token : undefined;
    if (operator) this.at += 1;
    const operand = this.operand();
    return operand && { kind: 'compare', operator: operator ?? '=', operand };
  }

  private contains(): PlainAlternative | undefined {
    this.at += 1;
    if (!this.take('(')) return undefined;
    const operand = this.operand();
    return operand && this.take(')') ? { kind: 'contains', operand } : undefined;
  }

  private interval(): PlainAlternative | undefined {
    const open = this.next();
    const from = this.operand();
    if (!from || !this.take('..')) return undefined;
    const to = this.operand();
    const close = this.next();
    if (!to || (close !== ']' && close !== ')' && close !== '[')) return undefined;
    return { kind: 'interval', from, to, includesFrom: open === '[', includesTo: close === ']' };
  }

  private operand(): Operand | undefined {
    const token = this.next();
    if (token === undefined) return undefined;
    return valueOperand(token) ?? this.pathOperand(token);
  }

  private pathOperand(token: string): Operand | undefined {
    const isCall = this.tokens[this.at] === '(';
    return isCall || FEEL_WORDS.test(token) || !/^[\p{L}_]/u.test(token) ? undefined : { kind: 'path', path: token.split('.') };
  }

  private next(): string | undefined {
    const token = this.tokens[this.at];
    this.at += 1;
    return token;
  }

  private take(token: string): boolean {
    if (this.tokens[this.at] !== token) return false;
    this.at += 1;
    return true;
  }
}

function isOperator(token: string | undefined): token is '=' | '!=' | '<' | '<=' | '>' | '>=' {
  return token !== undefined && ['=', '!=', '<', '<=', '>', '>='].includes(token);
}

function valueOperand(token: string): Operand | undefined {
  if (token.startsWith('"')) return textOperand(token);
  if (/^-?\d/.test(token)) return { kind: 'value', value: Number(token), isDate: false };
  const day = /^date\(\s*"(.*)"/.exec(token)?.[1];
  if (day !== undefined) return { kind: 'value', value: day, isDate: true };
  const word = Object.hasOwn(WORDS, token) ? WORDS[token] : undefined;
  return word === undefined ? undefined : { kind: 'value', value: word, isDate: false };
}

/** Texts with escapes other than quote and backslash are left to the interpreter. */
function textOperand(token: string): Operand | undefined {
  const inner = token.slice(1, -1);
  if (/\\[^"\\]/.test(inner)) return undefined;
  return { kind: 'value', value: inner.replace(/\\(["\\])/g, '$1'), isDate: false };
}

/** The value a path leads to; null where the data ends, as in FEEL. */
export function valueAt(scope: JsonObject, path: readonly string[]): Json {
  let value: Json = scope;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    value = Object.hasOwn(value, step) ? ((value as JsonObject)[step] ?? null) : null;
  }
  return value;
}
