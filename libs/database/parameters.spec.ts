import { sqlValues } from './parameters';

describe('SQL parameters', () => {
  it('are the same values on every database', () => {
    expect(sqlValues(['a', 1, 2n, true, false, null, undefined])).toEqual(['a', 1, 2n, 1, 0, null, null]);
  });

  it('may be left out', () => {
    expect(sqlValues(undefined)).toEqual([]);
  });

  it.each([[[1, 2]], [{ id: 1 }], [new Date(0)], [Buffer.from('a')], [() => 1]])('are refused when they are not one value: %p', (value) => {
    expect(() => sqlValues(['fine', value])).toThrow('parameter 2');
  });

  it('are refused by name', () => {
    expect(() => sqlValues({ id: 1 })).toThrow('must be a list');
  });
});
