import { type TestApp, verifyInvariants } from '@fashen/testing';
import { answers, bureau, CONSULTED, DocumentRun } from './tests/document-run';

/* A normative document on its way from the draft to its publication. */

describe('a normative document', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await bureau();
  });
  afterAll(async () => {
    const violations = await verifyInvariants(app.database.dataSource, app.host.moddles);
    await app.close();
    expect(violations).toEqual([]);
  });

  it('is countersigned, reviewed, deliberated, signed and published; who countersigned gets a copy', async () => {
    // given
    const run = await (await DocumentRun.start(app)).upToDeliberation();
    // when
    await run.vote('wu', 'agree');
    await run.vote('ji', 'agree');
    await run.driver.act('ji', 'issue', { output: answers.issue });
    await run.driver.act('gui', 'publish', { output: answers.publish });
    // then
    const { status, endNodeId, variables } = await run.driver.instance();
    expect({ status, endNodeId }).toEqual({ status: 'COMPLETED', endNodeId: 'published' });
    expect(variables).toMatchObject({ countersigned: { result: 'passed', agree: 2 }, deliberation: { result: 'passed', agree: 2 } });
    const copies: { person_id: string }[] = await app.database.dataSource.query(
      `SELECT person_id FROM circulate_copy WHERE instance_id = '${run.driver.instanceId}' ORDER BY person_id`,
    );
    expect(copies.map((copy) => copy.person_id)).toEqual([...CONSULTED].sort());
  });

  it('goes back to its draft as soon as two thirds cannot be reached, and everybody signs anew', async () => {
    // given
    const run = await DocumentRun.start(app);
    await run.driver.act('jia', 'draft', { output: answers.draft() });
    // when
    await run.vote('xin', 'agree');
    await run.vote('gui', 'against');
    expect(await run.waiting()).toEqual(['countersign']);
    await run.vote('ding', 'against');
    // then
    expect(await run.waiting()).toEqual(['draft']);
    await run.upToReview();
    expect(await run.waiting()).toEqual(['review']);
  });

  it.each([
    ['one point is not in order, whatever the verdict says', { market: false }, ['draft']],
    ['the reviewer wants changes', { verdict: 'REVISE' }, ['draft']],
    ['all points are in order', {}, ['deliberate']],
  ])('after the review when %s', async (_what, over, waiting) => {
    const run = await (await DocumentRun.start(app)).upToReview();
    await run.driver.act('bing', 'review', { output: answers.review(over) });
    expect(await run.waiting()).toEqual(waiting);
  });

  it('is not issued when the review says so', async () => {
    const run = await (await DocumentRun.start(app)).upToReview();
    await run.driver.act('bing', 'review', { output: answers.review({ power: false, verdict: 'NOT_ISSUED' }) });
    expect(await run.driver.instance()).toMatchObject({ status: 'COMPLETED', endNodeId: 'notIssued' });
  });

  it('is not passed by one of two heads: a half is less than two thirds', async () => {
    const run = await (await DocumentRun.start(app)).upToDeliberation();
    await run.vote('wu', 'against');
    await run.vote('ji', 'agree');
    expect((await run.driver.instance()).variables).toMatchObject({ deliberation: { agree: 1, against: 1 } });
    expect(await run.waiting()).toEqual(['draft']);
  });

  it('is reviewed within fifteen working days', async () => {
    const run = await (await DocumentRun.start(app)).upToReview();
    const { dueAt } = await run.driver.openTask('review');
    // Begun on Monday 14 September; 25 to 27 September and 1 to 7 October are days off, 20 September and 10 October are worked.
    expect(new Date(dueAt ?? 0).toISOString()).toMatch(/^2026-10-10T/);
  });
});
