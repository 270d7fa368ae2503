import { successorOf } from '@fashen/plugins/case-file/model';
import { endOfDay } from '@fashen/plugins/calendar/model';
import { CHECKLIST, mayGiveOpinion, type OpinionBody, proposal, ReviewDesk } from '@fashen/plugins/legal-review/model';
import { type ProcessDriver, type TestApp, verifyInvariants } from '@fashen/testing';
import { answers, bureauWith, found, judgedOnSite, refusalOf } from './tests/spot-run';
import { filedAndDrafted, ordinaryCases, ordinaryOf, told } from './tests/turned';

/* Acceptance cases of the summary procedure. Every bureau, person and party is invented. */

const FOUND_AT = '2026-11-05T10:00:00+08:00';
const apps = new Map<string, TestApp>();

async function bureau(set: string): Promise<TestApp> {
  const app = apps.get(set) ?? (await bureauWith(set, FOUND_AT));
  apps.set(set, app);
  app.clock.set(new Date(FOUND_AT));
  return app;
}

afterAll(async () => {
  for (const app of apps.values()) {
    const violations = await verifyInvariants(app.database.dataSource, app.host.moddles);
    await app.close();
    expect(violations).toEqual([]);
  }
});

const dueOf = async (run: ProcessDriver, node: string): Promise<number | undefined> => (await run.openTask(node)).dueAt?.getTime();
const endOf = (day: string): number => endOfDay(day, 480);
const opinion: OpinionBody = {
  code: 'PASS',
  text: '同意',
  citations: [],
  checklist: CHECKLIST.map(({ code }) => ({ code, result: 'OK', note: '' })),
};

describe('AC-01 litter, summary procedure', () => {
  it.each(['A', 'B', 'C', 'D'])('is outside the catalog %s and decided on the spot', async (set) => {
    const run = await found(await bureau(set), 'CITIZEN');
    await judgedOnSite(run, answers.siteFind(50));
    const { variables } = await run.instance();
    expect(variables['catalog']).toMatchObject({ depth: 'NONE', items: ['CF-99'], hearingRight: 'NONE' });
    expect(variables['limits']).toMatchObject({ allowed: true, limit: 200, article: '行政处罚法第五十一条' });
    expect(await run.waiting()).toEqual(['tell']);
  });

  it('goes from the street to the archive, the money handed in within two working days', async () => {
    // given
    const run = await found(await bureau('A'), 'CITIZEN');
    await judgedOnSite(run, answers.siteFind(50));
    await run.act('jia', 'tell', { output: answers.tell() });
    // when
    await run.act('jia', 'decideOnSite', { output: answers.decideOnSite() });
    // then
    expect((await run.instance()).variables['terms']).toMatchObject({ collection: 'ON_THE_SPOT' });
    expect(await run.waiting()).toEqual(['collect', 'report']);
    expect(await dueOf(run, 'report')).toBe(endOf('2026-11-09'));
    await run.act('jia', 'collect', { output: answers.collect });
    expect(await dueOf(run, 'handIn')).toBe(endOf('2026-11-09'));
    await run.act('jia', 'handIn', { output: answers.handIn });
    await run.act('jia', 'report', { output: answers.report });
    await run.act('xin', 'archive', { output: answers.archive });
    expect(await run.instance()).toMatchObject({ status: 'COMPLETED', endNodeId: 'archived' });
  });

  it('has nothing to review: an opinion is not applicable', async () => {
    const run = await found(await bureau('A'), 'CITIZEN');
    await judgedOnSite(run, answers.siteFind(50));
    const task = await run.openTask('tell');
    const given = run.app.as('ding').run((tx) => run.app.get(ReviewDesk).give(tx, task.id, opinion));
    expect(await refusalOf(given)).toBe('legal-review.NOT_APPLICABLE');
    const draft = proposal.parse((await run.instance()).variables['draft'] ?? {});
    expect(mayGiveOpinion(opinion, 'NONE', draft)?.code).toBe('legal-review.NOT_APPLICABLE');
  });

  it('refuses the remedies of an ordinary decision', async () => {
    const run = await found(await bureau('A'), 'CITIZEN');
    await judgedOnSite(run, answers.siteFind(50));
    await run.act('jia', 'tell', { output: answers.tell() });
    const decided = run.act('jia', 'decideOnSite', { output: answers.decideOnSite({ remedy: 'EITHER' }) });
    expect(await refusalOf(decided)).toBe('summary.REMEDY_TEXT_WRONG');
  });

  it('refuses a decision before the party was told and heard', async () => {
    const run = await found(await bureau('A'), 'CITIZEN');
    await judgedOnSite(run, answers.siteFind(50));
    await run.act('jia', 'tell', { output: answers.tell({ heard: false }) });
    expect(await refusalOf(run.act('jia', 'decideOnSite', { output: answers.decideOnSite() }))).toBe('summary.NOT_HEARD');
  });
});

describe('AC-02 ceiling for an organisation', () => {
  it('a: is decided on the spot at 3,000 and paid to the bank', async () => {
    // given
    const run = await found(await bureau('A'), 'ORGANISATION');
    await judgedOnSite(run, answers.siteFind(3_000));
    await run.act('jia', 'tell', { output: answers.tell() });
    // when
    await run.act('jia', 'decideOnSite', { output: answers.decideOnSite() });
    // then: fifteen days, from 5 November
    expect(await run.waiting()).toEqual(['awaitPayment', 'report']);
    expect(await dueOf(run, 'awaitPayment')).toBe(endOf('2026-11-20'));
  });

  it.each([
    ['A', { depth: 'NONE' }],
    ['B', { depth: 'NONE' }],
    ['C', { depth: 'NONE' }],
    ['D', { depth: 'NONE' }],
  ])('b: must go to the ordinary procedure at 3,001 under %s', async (set, catalog) => {
    // given
    const run = await found(await bureau(set), 'ORGANISATION');
    // when
    await judgedOnSite(run, answers.siteFind(3_001));
    // then
    expect((await run.instance()).variables).toMatchObject({ catalog, limits: { allowed: false, limit: 3_000 } });
    expect(await run.waiting()).toEqual(['toOrdinary']);
    await run.act('xin', 'toOrdinary', { output: answers.toOrdinary });
    expect(await run.instance()).toMatchObject({ status: 'COMPLETED', endNodeId: 'turnedOrdinary' });
  });

  it.each([
    ['A', 'notice', { depth: 'NONE' }],
    ['B', 'notice', { depth: 'NONE' }],
    ['C', 'submitReview', { depth: 'ROUTINE', items: ['CF-90'] }],
    ['D', 'notice', { depth: 'NONE' }],
  ])('b: goes on as one ordinary case with the facts, each naming the other, under %s', async (set, waits, catalog) => {
    // given
    const run = await found(await bureau(set), 'ORGANISATION');
    await judgedOnSite(run, answers.siteFind(3_001));
    const { source: _source, ...withoutSource } = answers.toOrdinary.case;
    const unsourced = run.act('xin', 'toOrdinary', { output: { ...answers.toOrdinary, case: withoutSource } });
    expect(await refusalOf(unsourced)).toBe('form.INVALID');
    expect(await run.waiting()).toEqual(['toOrdinary']);
    const count = await ordinaryCases(run);
    // when
    await run.act('xin', 'toOrdinary', { output: answers.toOrdinary });
    // then
    const next = await ordinaryOf(run);
    const [before, after] = [await run.instance(), await next.instance()];
    expect(after).toMatchObject({
      definitionKey: 'penalty-ordinary',
      title: before.title,
      businessKey: successorOf(before.variables)?.number,
    });
    expect(after.variables).toMatchObject({
      party: { name: '测试人一', type: 'ORGANISATION' },
      case: { cause: '随地丢弃烟蒂', source: 'PATROL', number: after.businessKey },
      officers: { lead: 'jia', co: 'yi' },
      origin: { caseId: before.id, number: before.businessKey, draft: { fine: 3_001 }, ordinary: { reason: '超出限度' } },
    });
    expect(await told(run, 'case-file.continuedAs')).toEqual([{ caseId: after.id, number: after.businessKey }]);
    expect(await told(next, 'case-file.continuedFrom')).toEqual([{ caseId: before.id, number: before.businessKey }]);
    expect(await ordinaryCases(run)).toBe(count + 1);
    // and the ordinary procedure judges it anew
    await filedAndDrafted(next, 3_001);
    expect((await next.instance()).variables).toMatchObject({ catalog });
    expect(await next.waiting()).toEqual([waits]);
  });
});

describe('what cannot be settled on the spot', () => {
  it('goes to the ordinary procedure when the party disputes the facts', async () => {
    const run = await found(await bureau('A'), 'CITIZEN');
    await judgedOnSite(run, answers.siteFind(50));
    await run.act('jia', 'tell', { output: answers.tell({ answer: 'DISPUTED', text: '不是我' }) });
    expect(await run.waiting()).toEqual(['toOrdinary']);
  });

  it.each([
    ['a minor', { age: 16 }, {}],
    ['facts that are not certain', {}, { factsCertain: false }],
  ])('goes to the ordinary procedure for %s', async (_what, party, site) => {
    const run = await found(await bureau('A'), 'CITIZEN', party);
    await judgedOnSite(run, answers.siteFind(50, { site }));
    expect(await run.waiting()).toEqual(['toOrdinary']);
  });

  it('goes to the ordinary procedure when things are to be confiscated', async () => {
    const run = await found(await bureau('A'), 'CITIZEN');
    await judgedOnSite(run, answers.siteFind(50, { draft: { kinds: ['FINE', 'CONFISCATE_GOODS'] } }));
    expect(await run.waiting()).toEqual(['toOrdinary']);
  });

  it('needs two officers with certificates in force', async () => {
    const run = await found(await bureau('A'), 'CITIZEN');
    await run.app.as('setup').run((tx) => run.app.instances.setVariables(tx, run.instanceId, { officers: { co: 'jia' } }));
    expect(await refusalOf(run.act('jia', 'siteFind', { output: answers.siteFind(50) }))).toBe('assignment.LESS_THAN_TWO_OFFICERS');
  });
});
