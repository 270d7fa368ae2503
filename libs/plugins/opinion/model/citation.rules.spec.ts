import { type Citation, clauseOptions, dayAt } from './citation.rules';

const clause = (name: string, part: Partial<Citation> = {}): Citation => ({
  ...{ name, code: name, law: name, article: '第一条', title: `${name}的内容`, source: '样例' },
  ...{ versionId: 'v', version: 1, standing: 'inForce' },
  ...part,
});

describe('the day of the conduct', () => {
  it.each([
    [{ case: { conductDate: '2026-08-10' } }, '2026-08-10'],
    [{ case: { conductDate: '2026-08-10T09:00:00+08:00' } }, '2026-08-10'],
    [{ case: { conductDate: '昨天' } }, undefined],
    [{ case: 'x' }, undefined],
    [{}, undefined],
  ])('of %j is %s', (data, expected) => {
    expect(dayAt(data, 'case.conductDate')).toBe(expected);
  });
});

describe('clauses to choose from', () => {
  it('are those cited before, then those found, each once and with what the library knows', () => {
    const options = clauseOptions(
      ['自己写的', '甲'],
      [clause('甲', { standing: 'ended', validUntil: '2026-08-14' })],
      [clause('乙'), clause('甲')],
    );
    expect(options.map(({ name, title, standing }) => [name, title, standing])).toEqual([
      ['自己写的', undefined, undefined],
      ['甲', '甲的内容', 'inForce'],
      ['乙', '乙的内容', 'inForce'],
    ]);
  });
});
