import type { Json } from '@fashen/plugin-api';
import { namedIn, superiorsAt } from './named.rules';

describe('whom an expression names', () => {
  it.each<[string, Json, readonly object[]]>([
    ['a person by the bare id', 'wu', [{ kind: 'person', id: 'wu' }]],
    ['a person by name of the kind', 'person:wu', [{ kind: 'person', id: 'wu' }]],
    ['a role', 'role:chief-head', [{ kind: 'role', id: 'chief-head' }]],
    ['a role within a unit', 'role:unit-head@squad-1', [{ kind: 'role', id: 'unit-head', unitId: 'squad-1' }]],
    [
      'several, each once',
      ['wu', ' post:section-head ', 'unit:legal', 'person:wu', null],
      [
        { kind: 'person', id: 'wu' },
        { kind: 'post', id: 'section-head' },
        { kind: 'unit', id: 'legal' },
      ],
    ],
    ['nobody', null, []],
    ['nobody in a list', [], []],
  ])('is %s', (_what, answer, expected) => {
    expect(namedIn(answer)).toEqual(expected);
  });

  it.each<[Json]>([[5], [true], [{ id: 'wu' }], [['wu', 5]], [''], ['戊样例'], ['boss:wu'], ['role:'], ['person:wu@legal'], [[['wu']]]])(
    'is a mistake in %j',
    (answer) => {
      expect(namedIn(answer)).toBeUndefined();
    },
  );
});

describe('superiors', () => {
  const chain = ['xin', 'wu', 'ji'];

  it.each([
    [1, 'only', ['xin']],
    [2, 'only', ['wu']],
    [4, 'only', []],
    [2, 'upTo', ['xin', 'wu']],
    [9, 'upTo', ['xin', 'wu', 'ji']],
  ] as const)('of level %i, %s, are %j', (level, reach, expected) => {
    expect(superiorsAt(chain, { level, reach })).toEqual(expected);
  });
});
