import { changesBetween, mayRead, touchedBy, valueAt } from './change.rules';

describe('what has changed', () => {
  it('is told place by place; lists as a whole', () => {
    const before = { a: 1, party: { name: '甲', ids: [1, 2] }, gone: true, same: { deep: [{ x: 1 }] } };
    const after = { a: 1, party: { name: '乙', ids: [1, 3] }, came: null, same: { deep: [{ x: 1 }] } };
    expect(changesBetween(before, after)).toEqual([
      { path: 'came', after: null },
      { path: 'gone', before: true },
      { path: 'party.ids', before: [1, 2], after: [1, 3] },
      { path: 'party.name', before: '甲', after: '乙' },
    ]);
  });

  it('touches a place at, above and below it, and not beside it', () => {
    const changes = [{ path: 'penalty.amount' }];
    expect(touchedBy(changes, ['penalty', 'penalty.amount', 'penalty.amount.currency', 'penalty.kind', 'penal'])).toEqual([
      'penalty',
      'penalty.amount',
      'penalty.amount.currency',
    ]);
  });

  it('may be read by an expression that names it as a word', () => {
    expect(mayRead(['penalty.amount > 5'], [{ path: 'penalty.amount' }])).toBe(true);
    expect(mayRead(['penalties > 5'], [{ path: 'penalty.amount' }])).toBe(false);
    expect(mayRead([], [{ path: 'x' }])).toBe(false);
  });

  it('looks at own places only', () => {
    expect(valueAt({ a: { b: 2 } }, 'a.b')).toBe(2);
    expect(valueAt({}, 'constructor.name')).toBeUndefined();
  });
});
