import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { LegalBasis } from '@fashen/plugins/legal-basis/model';
import { legalBasisPlugin } from '@fashen/plugins/legal-basis/server';
import { createTestApp, type TestApp } from '@fashen/testing';
import { LegalBasisController } from '../server/legal-basis.controller';

const HEAD = 'code,law,article,title,validFrom,validUntil,source,text\n';
const FIRST = `${HEAD}APL-58,行政处罚法,第五十八条,法制审核,,,公报\nAPL-57,行政处罚法,第五十七条,集体讨论,,,公报`;

describe('the library of clauses', () => {
  let app: TestApp;

  beforeEach(async () => {
    app = await createTestApp({ plugins: [directoryPlugin, legalBasisPlugin] });
    const registry = app.get(PersonRegistry);
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
    });
  });
  afterEach(() => app.close());

  const desk = (): LegalBasisController => app.get(LegalBasisController);
  const publish = async (text: string, basedOn: number, mode: 'merge' | 'replace' = 'merge') => {
    const context = await app.as('chou').context();
    const { clauses } = await desk().preview(context, { text, mode });
    return desk().publish(context, { clauses: [...clauses], source: '公报', reason: '样例', basedOn });
  };
  const codes = async (search = ''): Promise<readonly string[]> =>
    (await desk().clauses(await app.as('jia').context(), { search, limit: 50 })).items.map(({ code }) => code);

  it('is published in versions, looked through before, and never changed', async () => {
    // given
    await publish(FIRST, 0);
    // when
    const next = `${HEAD}APL-58,行政处罚法,第五十八条,法制审核,,,公报,四种情形\nEEC-1,生态环境法典,第一条,目的,2026-08-15,,公报`;
    const preview = await desk().preview(await app.as('chou').context(), { text: next, mode: 'merge' });
    // then
    expect(preview).toMatchObject({
      basedOn: 1,
      problems: [],
      changes: { added: ['生态环境法典 第一条'], changed: ['行政处罚法 第五十八条'], removed: [] },
    });
    expect(await codes()).toEqual(['APL-57', 'APL-58']);
    // when
    const { version } = await publish(next, 1);
    // then
    expect(version).toBe(2);
    expect(await codes('法典')).toEqual(['EEC-1']);
    const { items } = await desk().versions(await app.as('jia').context(), { limit: 50 });
    expect(items.map(({ version: no, count, publishedByName }) => [no, count, publishedByName])).toEqual([
      [2, 3, '丑样例'],
      [1, 2, '丑样例'],
    ]);
  });

  it('is replaced as a whole when asked; the same again makes no version', async () => {
    await publish(FIRST, 0);
    const { text } = await desk().table(await app.as('jia').context());
    expect((await publish(text, 1, 'replace')).version).toBe(1);
    const { version } = await publish(`${HEAD}APL-58,行政处罚法,第五十八条,法制审核,,,公报`, 1, 'replace');
    expect([version, await codes()]).toEqual([2, ['APL-58']]);
  });

  it('is refused when somebody has published meanwhile, also at once', async () => {
    // given
    await publish(FIRST, 0);
    const one = `${HEAD}A-1,法,第一条,甲,,,公报`;
    const other = `${HEAD}B-1,法,第二条,乙,,,公报`;
    // when
    const both = await Promise.allSettled([publish(one, 1), publish(other, 1)]);
    // then
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'legal-basis.LIBRARY_CHANGED' } });
    expect(await codes()).toHaveLength(3);
  });

  it('takes no clause twice', async () => {
    const clause = { code: 'A-1', law: '法', article: '第一条', title: '甲', source: '公报' };
    const twice = desk().publish(await app.as('chou').context(), {
      ...{ clauses: [clause, { ...clause, code: 'A-2' }], source: '公报', reason: '样例', basedOn: 0 },
    });
    await expect(twice).rejects.toMatchObject({ code: 'legal-basis.CLAUSE_TWICE', params: { clause: '法 第一条' } });
  });

  it('is filled once from what comes with the product, and says how a clause stands on a day', async () => {
    // given
    const library = app.get(LegalBasis);
    const fill = () => app.as('setup').run((tx) => library.publishMissing(tx, '首个版本'));
    // when
    expect([await fill(), await fill()]).toEqual([true, false]);
    // then
    const name = '大气污染防治法 第一百一十八条第三款';
    const named = (on?: string) => app.as('jia').read((tx) => library.named(tx, [name, '没有这一条', name], on));
    expect(await named('2026-08-10')).toMatchObject([{ name, code: 'EV-05-OLD', version: 1, standing: 'inForce' }]);
    expect(await named('2026-08-15')).toMatchObject([{ standing: 'ended' }]);
    expect(await named()).toMatchObject([{ standing: 'unknown' }]);
    const found = await app.as('jia').read((tx) => library.search(tx, { search: '露天烧烤', on: '2026-08-10', limit: 10 }));
    expect(found.map(({ code, standing }) => [code, standing])).toEqual([
      ['EV-05', 'notYet'],
      ['EV-05-OLD', 'inForce'],
    ]);
  });

  it('is read page by page', async () => {
    await app.as('setup').run((tx) => app.get(LegalBasis).publishMissing(tx, '首个版本'));
    const context = await app.as('jia').context();
    const first = await desk().clauses(context, { limit: 30 });
    const second = await desk().clauses(context, { limit: 30, ...(first.next && { after: first.next }) });
    expect([first.items.length, second.items.length, second.next]).toEqual([30, 12, undefined]);
  });
});
