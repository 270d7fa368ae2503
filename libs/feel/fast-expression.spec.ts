import fc from 'fast-check';
import { evaluate, unaryTest } from 'feelin';
import type { Json, JsonObject } from '@fashen/plugin-api';
import { fastExpression, UNSURE } from './fast-expression';
import { fastUnaryTests } from './fast-unary-tests';
import { parseFeel } from './syntax';

const SEED = 20260401;
const scalar: fc.Arbitrary<Json> = fc.constantFrom<Json>(null, true, false, 0, 1, 2, 10, 1.5, -3, 'A', 'B', '', '甲', '10');
const value = fc.oneof({ weight: 5, arbitrary: scalar }, { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) });
const variables: fc.Arbitrary<JsonObject> = fc.record(
  { a: value, b: value, c: fc.record({ d: value, e: fc.record({ f: value }) }), x: value },
  { requiredKeys: [] },
);
const leaf = fc.constantFrom(
  'a',
  'b',
  'c.d',
  'c.e.f',
  'c',
  'x',
  'gone',
  'gone.too',
  'true',
  'false',
  'null',
  '1',
  '10',
  '1.5',
  '"A"',
  '"甲"',
  '""',
);

const { expression } = fc.letrec<{ expression: string }>((tie) => {
  const inner = tie('expression');
  const pair = (operators: readonly string[]): fc.Arbitrary<string> =>
    fc.tuple(inner, fc.constantFrom(...operators), inner).map(([left, operator, right]) => `(${left}) ${operator} (${right})`);
  return {
    expression: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      leaf,
      pair(['=', '!=', '<', '<=', '>', '>=']),
      pair(['and', 'or']),
      pair(['+', '-', '*', '/']),
      inner.map((text) => `not(${text})`),
      leaf.map((text) => `${text} in ("A", "B")`),
      leaf.map((text) => `${text} in (1, "甲", 10)`),
      leaf.map((text) => `list contains(["A", "甲"], ${text})`),
      fc.tuple(leaf, leaf).map(([left, right]) => `${left} = ${right}`),
      fc.tuple(leaf, leaf).map(([list, item]) => `list contains(${list}, ${item})`),
      fc.tuple(inner, inner).map(([left, right]) => `max(${left}, ${right})`),
      fc.tuple(inner, inner, inner).map(([condition, yes, no]) => `if ${condition} then ${yes} else ${no}`),
    ),
  };
});

describe('the direct path', () => {
  it('agrees with the interpreter whenever it answers', () => {
    let answered = 0;
    fc.assert(
      fc.property(expression, variables, (text, data) => {
        const answer = fastExpression(parseFeel(text, 'Expression'))?.(data) ?? null;
        if (answer === UNSURE) return;
        answered += 1;
        expect(answer).toEqual(evaluate(text, data).value ?? null);
      }),
      { numRuns: 1_500, seed: SEED },
    );
    expect(answered).toBeGreaterThan(500);
  });

  it('agrees with the interpreter on cells of decision tables', () => {
    const cell = fc.constantFrom(
      '-',
      '"A"',
      '"A","B"',
      'not("A")',
      'not("A", "甲")',
      '1',
      '< 2',
      '>= 1.5',
      '> "A"',
      '[1..10]',
      '(1..10)',
      ']1..10[',
      'true',
      'false',
      '< 1, > 5',
      'null',
    );
    let answered = 0;
    fc.assert(
      fc.property(cell, value, (text, probe) => {
        const answer = fastUnaryTests(parseFeel(text, 'UnaryTests'))?.(probe) ?? UNSURE;
        if (answer === UNSURE) return;
        answered += 1;
        expect(answer).toBe(unaryTest(text, { '?': probe }).value === true);
      }),
      { numRuns: 1_000, seed: SEED },
    );
    expect(answered).toBeGreaterThan(500);
  });
});
