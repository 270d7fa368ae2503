import { isPlainPath, personIdsAt, valueAt } from './case-path.rules';

const data = { officers: { lead: 'jia', co: 'yi' }, members: ['wu', '', 'ji', 'wu', 7], 主办: '甲', none: null };

describe('paths into the case data', () => {
  it.each(['officers.lead', 'members', '主办', '_draft.x1'])('takes %s for a plain path', (path) => {
    expect(isPlainPath(path)).toBe(true);
  });

  it.each(['', '.', 'officers.', '1a', 'a b', 'a[0]', 'officers.lead + 1', "get('x')", 'a..b'])(
    'does not take %p for a plain path',
    (path) => {
      expect(isPlainPath(path)).toBe(false);
    },
  );

  it('finds one person, several people without repeats, and nobody', () => {
    expect(['officers.lead', 'members', 'none', 'officers', 'absent.deeper'].map((path) => personIdsAt(data, path))).toEqual([
      ['jia'],
      ['wu', 'ji'],
      [],
      [],
      [],
    ]);
  });

  it('never finds what every object inherits', () => {
    expect(['constructor', 'officers.toString', '__proto__.x', 'members.length'].map((path) => valueAt(data, path))).toEqual(
      Array(4).fill(undefined),
    );
  });
});
