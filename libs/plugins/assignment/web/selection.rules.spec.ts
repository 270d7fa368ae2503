import { EMPTY_SELECTION, extended, toggled } from './selection.rules';

const ROWS = ['a', 'b', 'c', 'd'];

describe('rows that are chosen', () => {
  it('come and go one by one', () => {
    const one = toggled(EMPTY_SELECTION, 'b');
    expect([...one.ids]).toEqual(['b']);
    expect([...toggled(one, 'b').ids]).toEqual([]);
    expect([...EMPTY_SELECTION.ids]).toEqual([]);
  });

  it('are extended from the last one touched, up or down, keeping the others', () => {
    const start = toggled(toggled(EMPTY_SELECTION, 'a'), 'c');
    expect([...extended(start, ROWS, 'd').ids].sort()).toEqual(['a', 'c', 'd']);
    expect([...extended(toggled(EMPTY_SELECTION, 'c'), ROWS, 'a').ids].sort()).toEqual(['a', 'b', 'c']);
  });

  it('are extended by the row alone when there is nowhere to begin', () => {
    expect([...extended(EMPTY_SELECTION, ROWS, 'b').ids]).toEqual(['b']);
    expect([...extended({ ids: new Set(['x']), anchor: 'gone' }, ROWS, 'b').ids]).toEqual(['x', 'b']);
  });
});
