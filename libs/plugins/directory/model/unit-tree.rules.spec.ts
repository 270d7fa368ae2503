import type { Unit } from '@fashen/plugin-api';
import { closesRing, superiorIds, unitAfter } from './unit-tree.rules';

const bureau: Unit = { id: 'bureau', name: '局', headId: 'ji' };
const squad: Unit = { id: 'squad', name: '中队', parentId: 'bureau', headId: 'xin', leaderId: 'wu' };

describe('the superiors of a person', () => {
  it.each<[string, string, readonly Unit[], readonly string[]]>([
    ['an officer: head of the squad, leader in charge, head of the bureau', 'jia', [squad, bureau], ['xin', 'wu', 'ji']],
    ['the head of a squad: those above', 'xin', [squad, bureau], ['wu', 'ji']],
    ['a deputy head of the bureau: its head', 'wu', [bureau], ['ji']],
    ['the head of the bureau: nobody', 'ji', [bureau], []],
    ['an officer of a unit without head: who is in charge', 'mao', [{ ...squad, headId: undefined }, bureau], ['wu', 'ji']],
    ['who leads the own unit and the one above: nobody is named twice', 'jia', [{ ...squad, leaderId: 'ji' }, bureau], ['xin', 'ji']],
    [
      'an officer of a team whose leader leads the squad too',
      'mao',
      [{ id: 'team', name: '组', leaderId: 'wu' }, squad, bureau],
      ['xin', 'wu', 'ji'],
    ],
    ['the head of two units on the way: only those above both', 'xin', [squad, { ...bureau, headId: 'xin', leaderId: 'ji' }], ['ji']],
    ['a person of no unit', 'jia', [], []],
  ])('of %s', (_who, personId, path, expected) => {
    expect(superiorIds(personId, path)).toEqual(expected);
  });
});

describe('the tree of units', () => {
  const units = [bureau, squad, { id: 'team', name: '组', parentId: 'squad' }];

  it('has no unit above itself', () => {
    expect(closesRing('squad', 'squad', units)).toBe(true);
    expect(closesRing('squad', 'team', units)).toBe(true);
    expect(closesRing('bureau', 'team', units)).toBe(true);
  });

  it('lets units move', () => {
    expect(closesRing('team', 'bureau', units)).toBe(false);
    expect(closesRing('squad', 'bureau', units)).toBe(false);
  });

  it('ends where old rows form a ring already', () => {
    const ring = [
      { id: 'a', name: '甲', parentId: 'b' },
      { id: 'b', name: '乙', parentId: 'a' },
    ];
    expect(closesRing('c', 'a', [...ring, { id: 'c', name: '丙' }])).toBe(true);
  });
});

describe('a unit after a change', () => {
  it('keeps what is not given, and loses what is taken away', () => {
    expect(unitAfter(squad, { headId: 'mao' })).toEqual({ ...squad, headId: 'mao' });
    expect(unitAfter(squad, { name: '大队', headId: null, leaderId: undefined })).toEqual({
      ...{ id: 'squad', name: '大队', parentId: 'bureau', leaderId: 'wu' },
    });
  });
});
