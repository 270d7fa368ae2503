import { browserFeel } from '@fashen/feel';
import type { Json, JsonObject } from '@fashen/plugin-api';
import fc from 'fast-check';
import { readPlainTest } from './plain-test';
import { holdsPlainly } from './plain-test.rules';

const scope: JsonObject = { parameters: { limit: 3_000, word: 'B', none: null }, kinds: ['A', 'B'] };

const value: fc.Arbitrary<Json> = fc.oneof(
  fc.integer({ min: 2_998, max: 3_002 }),
  fc.constantFrom<Json>('A', 'B', 'C', true, false, null, 3_000.5),
  fc.subarray(['A', 'B', 'C']),
);
const operand = fc.constantFrom(
  '3000',
  '3001',
  '-1',
  '2999.5',
  '"A"',
  '"B"',
  'true',
  'false',
  'null',
  'parameters.limit',
  'parameters.word',
  'parameters.none',
  'parameters.missing',
);
const numeric = fc.constantFrom('2999', '3000', '3001', 'parameters.limit');
const alternative = fc.oneof(
  operand,
  fc.tuple(fc.constantFrom('<', '<=', '>', '>='), numeric).map(([operator, bound]) => `${operator} ${bound}`),
  fc
    .tuple(fc.constantFrom('[', '('), numeric, numeric, fc.constantFrom(']', ')'))
    .map(([open, from, to, close]) => `${open}${from}..${to}${close}`),
  fc.constantFrom('"A"', '"C"').map((text) => `list contains(?, ${text})`),
);
const cell = fc
  .tuple(fc.boolean(), fc.array(alternative, { minLength: 1, maxLength: 3 }))
  .map(([negated, list]) => (negated ? `not(${list.join(', ')})` : list.join(', ')));

describe('the plain form of cells', () => {
  it('answers as the FEEL interpreter wherever it answers', () => {
    fc.assert(
      fc.property(cell, value, (text, tested) => {
        const plain = readPlainTest(text);
        const mine = plain && holdsPlainly(plain, tested, scope);
        fc.pre(mine !== undefined);
        expect(mine).toBe(browserFeel.compileUnaryTests(text).test(tested, { variables: scope, now: new Date(0) }));
      }),
      { numRuns: 2_000, seed: 20_261_122 },
    );
  });

  it.each(['? + 1 > 2', 'starts with(?, "a")', 'date(x)', 'a + b', '1..2', 'some x in ? satisfies x > 1', '"a\\n"', '[1..2', 'not(1'])(
    'leaves %s to the interpreter',
    (text) => {
      expect(readPlainTest(text)).toBeUndefined();
    },
  );
});
