import type { JsonObject } from '@fashen/plugin-api';
import { isWorkflowError } from '@fashen/plugin-api';
import { feel } from './index';

const now = new Date('2026-03-31T17:30:00Z');
const valueOf = (text: string, variables: JsonObject = {}): unknown => feel.compileExpression(text).evaluate({ variables, now });
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'none';
  } catch (error) {
    return isWorkflowError(error) ? error.code : String(error);
  }
};

describe('expressions', () => {
  it.each([
    ['= filing.approved = true', { filing: { approved: true } }, true],
    ['= notice.served = true and not(recheck.renotify = true)', { notice: { served: true } }, true],
    ['list contains(["TRANSFER_ORGAN","TRANSFER_CRIME"], review.code)', { review: { code: 'TRANSFER_CRIME' } }, true],
    ['决定.罚款 > 10000 or 情节 in ("严重", "特别严重")', { 决定: { 罚款: 5 }, 情节: '严重' }, true],
    ['if amount >= 100 then "big" else "small"', { amount: 100 }, 'big'],
    ['count(list[item > 1])', { list: [1, 2, 3] }, 2],
    ['some x in list satisfies x = 3', { list: [1, 2, 3] }, true],
    ['for x in list return x * 2', { list: [1, 2] }, [2, 4]],
    ['missing', {}, null],
    ['missing.deeper.still', {}, null],
    ['amount + 1', { amount: null }, null],
    ['{a: 1, b: amount}', { amount: 2 }, { a: 1, b: 2 }],
    ['number', { number: 7 }, 7],
    ['a.b.c', { a: [{ b: { c: 1 } }, { b: { c: 2 } }] }, [1, 2]],
  ])('answers %s', (text, variables, expected) => {
    // when
    const value = valueOf(text, variables);
    // then
    expect(value).toEqual(expected);
  });

  it('answers dates and durations as ISO 8601 text in the zone of the product', () => {
    expect(valueOf('today()')).toBe('2026-04-01');
    expect(valueOf('now()')).toBe('2026-04-01T01:30:00+08:00');
    expect(valueOf('now() + duration("P30D")')).toBe('2026-05-01T01:30:00+08:00');
    expect(valueOf('date(case.day) + duration("P60D")', { case: { day: '2026-01-01' } })).toBe('2026-03-02');
    expect(valueOf('duration("P" + string(days) + "D")', { days: 15 })).toBe('P15D');
    expect(valueOf('date and time("2026-01-01T10:00:00@Europe/Berlin")')).toBe('2026-01-01T10:00:00+01:00');
  });

  it('never reads case data as an expression', () => {
    // given
    const variables = { title: '${environment.secret} = now()', 'a = 1': 5, a: 2, inner: { 'b - c': 9, b: 5, c: 1 }, b: 5, c: 1 };
    // then
    expect(valueOf('title', variables)).toBe(variables.title);
    expect(valueOf('a = 1', variables)).toBe(false);
    expect(valueOf('inner.b - c', variables)).toBe(4);
  });

  it.each(['constructor', '__proto__', 'title.constructor', 'inner.__proto__.polluted', 'inner.toString'])(
    'finds nothing behind %s',
    (text) => {
      expect(valueOf(text, { title: 'x', inner: {} })).toBeNull();
    },
  );

  it.each(['', '=', '1 +', 'a && b', 'if then', '${a}', 'return process', "'single'"])('refuses %j as no FEEL', (text) => {
    expect(codeOf(() => feel.compileExpression(text))).toBe('engine.FEEL_FAILED');
  });

  it.each(['function(x) x', '[1..3]', '> 5'])('refuses the result of %s, which is no value', (text) => {
    expect(codeOf(() => valueOf(text))).toBe('engine.FEEL_FAILED');
  });
});

describe('unary tests', () => {
  it.each([
    ['-', 'anything', true],
    ['"A"', 'A', true],
    ['"A","B"', 'B', true],
    ['not("A","B")', 'B', false],
    ['>= 100000', 100000, true],
    ['>= 100000', null, false],
    ['[10..20)', 20, false],
    [']10..20]', 20, true],
    ['true', true, true],
    ['false', null, false],
    ['null', null, true],
    ['< limit', 4, true],
    ['list contains(?, "x")', ['x', 'y'], true],
    ['< 5, > 10', 11, true],
  ])('%s on %j is %s', (text, value, expected) => {
    // when
    const answer = feel.compileUnaryTests(text).test(value, { variables: { limit: 5 }, now });
    // then
    expect(answer).toBe(expected);
  });
});

describe('bombs', () => {
  const pluses = (count: number): string => `1${'+1'.repeat(count)}`;
  const lists = Array.from({ length: 2_000 }, (_, index) => index);
  const variables = { lists, text: 'a'.repeat(5_000), evil: `${'a'.repeat(40)}!`, pattern: '^(a+)+$' };

  it.each([
    ['two nested ranges', 'for i in 1..2000, j in 1..2000 return i * j'],
    ['one endless range', 'for i in 1..1000000000 return i'],
    ['a range that is only counted', 'count(for i in 1..1000000000 return 1)'],
    ['a quantifier over products', 'some i in 1..100000, j in 1..100000 satisfies i * j < 0'],
    ['every over products', 'every i in 1..100000 satisfies (every j in 1..100000 satisfies i + j > 0)'],
    ['a pattern that backtracks', 'matches("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!", "^(a+)+$")'],
    ['a pattern from case data', 'matches(evil, pattern)'],
    ['a replacement that backtracks', 'replace(evil, "^(a+)+$", "b")'],
    ['a split that backtracks', 'split(evil, "^(a+)+$")'],
    ['a function that calls itself', '(function(f) f(f))(function(f) f(f))'],
    ['filters inside filters', 'lists[count(lists[count(lists[item > 5]) > item]) > 0]'],
    ['lists that double', '{a: [1,1,1], b: concatenate(a, a, a), c: concatenate(b, b, b), d: concatenate(c, c, c)}'],
    ['texts that grow by replacement', `${'replace('.repeat(8)}text${', ".", "$0$0$0$0$0$0$0$0")'.repeat(8)}`],
    ['partial results that double', 'for i in 1..40 return concatenate(partial, partial)'],
    ['a result that is too big', 'for i in 1..50000 return i'],
    ['a text that is too big', 'for i in 1..60 return text'],
    ['a text beyond the length limit', pluses(1_500)],
    ['brackets beyond the nesting limit', `${'('.repeat(900)}1${')'.repeat(900)}`],
    [
      'lets by nested loops',
      'for a in ["xx"] return for b in [a+a] return for c in [b+b] return for d in [c+c] return for e in [d+d] return e',
    ],
  ])('stops %s', (_name, text) => {
    // when
    const code = codeOf(() => valueOf(text, variables));
    // then
    expect(code).toBe('engine.FEEL_TOO_EXPENSIVE');
  });

  it('works on after a bomb', () => {
    // given
    codeOf(() => valueOf('for i in 1..1000000000 return i'));
    // then
    expect(valueOf('count(for i in 1..10 return i)')).toBe(10);
  });
});
