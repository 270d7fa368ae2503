import { LegalBasis } from '@fashen/plugins/legal-basis/model';
import { legalBasisPlugin } from '@fashen/plugins/legal-basis/server';
import { verifyInvariants } from '@fashen/testing';
import { OpinionReadingController } from '../server/opinion-reading.controller';
import { ClauseController } from '../server/clause.controller';
import { SmallOpinion } from './small-opinion';

const OLD = '大气污染防治法 第一百一十八条第三款';
const NEW = '生态环境法典 第一千一百三十二条第三款';
const TYPED = '某市条例 第三条';
const WORDS = '事实清楚，证据充分';

interface Library {
  publish(context: unknown, body: object): Promise<unknown>;
  table(context: unknown): Promise<{ text: string }>;
  preview(context: unknown, body: object): Promise<{ clauses: readonly object[] }>;
}

describe('clauses that opinions cite', () => {
  let desk: SmallOpinion;

  beforeEach(async () => {
    desk = await SmallOpinion.open();
    await desk.app.as('setup').run((tx) => desk.app.get(LegalBasis).publishMissing(tx, '首个版本'));
  });
  afterEach(async () => {
    expect(await verifyInvariants(desk.app.database.dataSource, desk.app.host.moddles)).toEqual([]);
    await desk.close();
  });

  const startOn = async (conductDate?: string): Promise<string> => {
    const caseId = await desk.start();
    if (conductDate) await desk.app.as('jia').run((tx) => desk.app.instances.setVariables(tx, caseId, { case: { conductDate } }));
    return caseId;
  };
  const offered = async (caseId: string, search: string) => {
    const { id } = await desk.openTask(caseId);
    return desk.app.get(ClauseController).list(await desk.context('jia'), id, { search });
  };
  const cite = async (caseId: string, clauses: readonly string[]): Promise<void> => {
    const { id, rowVersion: baseVersion } = await desk.openTask(caseId);
    await desk.save('jia', id, { baseVersion, opinion: { text: WORDS, clauses: [...clauses] } });
    await desk.end('jia', caseId);
  };
  /** The next version of the library, in which the title of one clause is another. */
  const rename = async (title: string): Promise<void> => {
    const found = (legalBasisPlugin.controllers ?? [])[0];
    const library: Library = desk.app.get(found as never);
    const context = await desk.context('chou');
    const text = (await library.table(context)).text.split('\n').filter((line) => line.startsWith('EV-05-OLD'));
    const changed = text.map((line) => line.replace('在禁止区域露天烧烤', title)).join('\n');
    const { clauses } = await library.preview(context, { text: changed, mode: 'merge' });
    await library.publish(context, { clauses, source: '公报', reason: '校对', basedOn: 1 });
  };

  it('are found by their words, and judged by the day of the conduct', async () => {
    const standings = async (day?: string) => (await offered(await startOn(day), '露天烧烤')).map(({ name, standing }) => [name, standing]);
    expect(await standings('2026-08-10')).toEqual([
      [NEW, 'notYet'],
      [OLD, 'inForce'],
    ]);
    expect(await standings('2026-09-10')).toEqual([
      [NEW, 'inForce'],
      [OLD, 'ended'],
    ]);
    expect(await standings()).toEqual([
      [NEW, 'unknown'],
      [OLD, 'unknown'],
    ]);
  });

  it('are kept as they were cited, with the version of the library, whatever it says later', async () => {
    // given
    const caseId = await startOn('2026-08-10');
    await cite(caseId, [OLD, TYPED]);
    // when
    await rename('改过的内容');
    // then
    const [kept] = await desk.opinions('jia', caseId);
    expect(kept).toMatchObject({ clauses: [OLD, TYPED] });
    expect(kept?.citations).toMatchObject([{ name: OLD, code: 'EV-05-OLD', version: 1, standing: 'inForce', title: '在禁止区域露天烧烤' }]);
    // when
    const body = { text: `${WORDS}。`, clauses: [OLD], reason: '标点' };
    await desk.app.get(OpinionReadingController).correct(await desk.context('jia'), kept?.id ?? '', body, {});
    // then
    const [first, corrected] = await desk.opinions('jia', caseId);
    expect(first).toEqual(kept);
    expect(corrected?.citations).toMatchObject([{ name: OLD, version: 2, title: '改过的内容' }]);
  });

  it('that nobody has put into the library are cited as they are written', async () => {
    const caseId = await startOn();
    await cite(caseId, [TYPED]);
    const [kept] = await desk.opinions('jia', caseId);
    expect(kept).toMatchObject({ clauses: [TYPED] });
    expect(kept).not.toHaveProperty('citations');
    expect((await offered(caseId, '某市')).map(({ name, standing }) => [name, standing])).toEqual([[TYPED, undefined]]);
  });
});
