import { changedPaths } from './snapshot.rules';

describe('what changed since it was signed', () => {
  it.each([
    [{ a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 }, []],
    [{ a: { b: 1 } }, { a: { b: 2 } }, ['a.b']],
    [{ a: { b: 1 } }, { a: 'x' }, ['a.b']],
    [{ a: [1, 2] }, { a: [2, 1] }, ['a']],
    [{ a: null }, {}, []],
    [{ a: 1 }, {}, ['a']],
  ])('of %j, now %j', (signed, now, expected) => {
    expect(changedPaths(signed, now)).toEqual(expected);
  });
});
