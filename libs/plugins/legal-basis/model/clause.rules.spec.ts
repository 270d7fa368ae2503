import { bundledClauses } from './bundled-clauses';
import { clauseChanges, clauseName, clausesWith, mergedClauses, standingOn } from './clause.rules';
import type { Clause } from './clause.schema';

const clause = (code: string, part: Partial<Clause> = {}): Clause => ({
  ...{ code, law: '生态环境法典', article: `第${code}条`, title: '工地未覆盖', source: '样例' },
  ...part,
});

describe('a clause on the day of the conduct', () => {
  it.each([
    [{}, '2026-01-01', 'inForce'],
    [{ validFrom: '2026-08-15' }, '2026-08-14', 'notYet'],
    [{ validFrom: '2026-08-15' }, '2026-08-15', 'inForce'],
    [{ validUntil: '2026-08-14' }, '2026-08-14', 'inForce'],
    [{ validUntil: '2026-08-14' }, '2026-08-15', 'ended'],
    [{ validUntil: '2026-08-14' }, undefined, 'unknown'],
  ])('%j on %s is %s', (valid, day, expected) => {
    expect(standingOn(valid, day)).toBe(expected);
  });
});

describe('the search for clauses', () => {
  const all = [clause('A1'), clause('B2', { title: '运输遗撒', text: '罚款 2 000 元' })];

  it.each([
    ['', ['A1', 'B2']],
    ['遗撒', ['B2']],
    ['法典 罚款', ['B2']],
    ['ａ１', ['A1']],
    ['法典 没有', []],
  ])('for %p finds %j', (search, codes) => {
    expect(clausesWith(all, search).map(({ code }) => code)).toEqual(codes);
  });
});

describe('changes of the library', () => {
  it('name what is new, different and gone', () => {
    const changes = clauseChanges(
      [clause('A'), clause('B'), clause('C')],
      [clause('A'), clause('B', { validUntil: '2026-08-14' }), clause('D')],
    );
    expect(changes).toEqual({ added: ['生态环境法典 第D条'], changed: ['生态环境法典 第B条'], removed: ['生态环境法典 第C条'] });
  });

  it('put new clauses to the old ones, in the order of codes', () => {
    const merged = mergedClauses([clause('C'), clause('A')], [clause('B'), clause('C', { title: '改过' })]);
    expect(merged.map(({ code, title }) => `${code} ${title}`)).toEqual(['A 工地未覆盖', 'B 工地未覆盖', 'C 改过']);
  });
});

describe('the clauses that come with the product', () => {
  it('have names of their own, sources, and the change of law of 2026-08-15', () => {
    const { clauses } = bundledClauses;
    expect(new Set(clauses.map(clauseName)).size).toBe(clauses.length);
    const standings = clauses.filter(({ code }) => code.startsWith('EV-05')).map((one) => [one.code, standingOn(one, '2026-08-10')]);
    expect(standings).toEqual([
      ['EV-05-OLD', 'inForce'],
      ['EV-05', 'notYet'],
    ]);
  });
});
