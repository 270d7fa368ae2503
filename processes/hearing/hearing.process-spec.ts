import { earliestAfter, sampleOfficeDays } from '@fashen/plugins/calendar/model';
import { type ProcessDriver, type TestApp, verifyInvariants } from '@fashen/testing';
import { answers, bureauWith, refusalOf, requested } from './tests/hearing-run';

/* The hearing as its own process. Every bureau, person and party is invented. */

const ASKED_AT = '2026-10-16T10:00:00+08:00';
let app: TestApp;

beforeAll(async () => {
  app = await bureauWith('A', ASKED_AT);
});
beforeEach(() => app.clock.set(new Date(ASKED_AT)));
afterAll(async () => {
  const violations = await verifyInvariants(app.database.dataSource, app.host.moddles);
  await app.close();
  expect(violations).toEqual([]);
});

async function accepted(): Promise<ProcessDriver> {
  const run = await requested(app);
  await run.act('ding', 'examineRequest', { output: answers.examineRequest() });
  return run;
}

describe('a request', () => {
  it('that came in time must be accepted', async () => {
    const run = await requested(app);
    const rejected = run.act('ding', 'examineRequest', { output: answers.examineRequest({ accepted: false }) });
    expect(await refusalOf(rejected)).toBe('legal-review.HEARING_REQUEST_IN_TIME');
    await run.act('ding', 'examineRequest', { output: answers.examineRequest() });
    expect(await run.waiting()).toEqual(['schedule']);
  });

  it('that came after the window is rejected, and the party is told', async () => {
    // given: the window ended with 19 October
    const run = await requested(app);
    const late = { receivedOn: '2026-10-20' };
    const taken = run.act('ding', 'examineRequest', { output: answers.examineRequest(late) });
    expect(await refusalOf(taken)).toBe('legal-review.HEARING_REQUEST_LATE');
    // when
    await run.act('ding', 'examineRequest', { output: answers.examineRequest({ ...late, accepted: false }) });
    await run.act('ding', 'tellRejected', { output: answers.tellRejected });
    // then
    expect(await run.instance()).toMatchObject({
      status: 'COMPLETED',
      endNodeId: 'rejected',
      variables: { hearing: { result: 'REJECTED_LATE' } },
    });
  });
});

describe('AC-12 the day of the hearing', () => {
  it('leaves seven full working days after the notice', async () => {
    const run = await accepted();
    const tooSoon = run.act('ding', 'schedule', { output: answers.schedule({ date: '2026-10-29' }) });
    expect(await refusalOf(tooSoon)).toBe('legal-review.HEARING_NOTICE_TOO_SHORT');
    expect(earliestAfter('2026-10-20', 7, sampleOfficeDays).due).toBe('2026-10-30');
    await run.act('ding', 'schedule', { output: answers.schedule() });
    expect(await run.waiting()).toEqual(['hold']);
  });

  it('is not chaired by an investigator', async () => {
    const run = await accepted();
    app.clock.set(new Date('2026-10-20T10:00:00+08:00'));
    expect(await refusalOf(run.act('ding', 'schedule', { output: answers.schedule({ chair: 'yi' }) }))).toBe('form.INVALID');
    await app.as('setup').run((tx) => app.instances.setVariables(tx, run.instanceId, { officers: { co: 'xin' } }));
    expect(await refusalOf(run.act('ding', 'schedule', { output: answers.schedule({ chair: 'xin' }) }))).toBe('assignment.CHAIR_CONFLICT');
  });
});

describe('the hearing', () => {
  async function scheduled(): Promise<ProcessDriver> {
    const run = await accepted();
    await run.act('ding', 'schedule', { output: answers.schedule() });
    app.clock.set(new Date('2026-10-30T12:00:00+08:00'));
    return run;
  }

  it('is held, its record signed, and reported', async () => {
    // given
    const run = await scheduled();
    // when
    await run.act('ding', 'hold', { output: answers.held });
    await run.act('ding', 'record', { output: answers.record });
    await run.act('ding', 'report', { output: answers.report() });
    // then
    expect(await run.instance()).toMatchObject({
      endNodeId: 'reported',
      variables: { hearing: { result: 'HELD', heldOn: '2026-10-30', reportedOn: '2026-11-03', record: { signing: 'SIGNED' } } },
    });
  });

  it('notes the refusal to sign the record', async () => {
    const run = await scheduled();
    await run.act('ding', 'hold', { output: answers.held });
    const bare = { hearing: { record: { text: '笔录要点', signing: 'REFUSED', media: true } } };
    expect(await refusalOf(run.act('ding', 'record', { output: bare }))).toBe('form.INVALID');
    const noted = { hearing: { record: { ...bare.hearing.record, refusal: '当事人拒绝签名' } } };
    await run.act('ding', 'record', { output: noted });
    expect(await run.waiting()).toEqual(['report']);
  });

  it('ends when the party stays away without a reason', async () => {
    const run = await scheduled();
    await run.act('ding', 'hold', { output: answers.waived });
    await run.act('ding', 'report', { output: answers.report({ result: 'ENDED_BY_WAIVER' }) });
    expect((await run.instance()).variables).toMatchObject({ hearing: { result: 'ENDED_BY_WAIVER' } });
  });

  it('is postponed for a reason, and the party is told in time again', async () => {
    // given
    const run = await scheduled();
    await run.act('ding', 'hold', { output: answers.postponed });
    // when
    const again = { noticeServedOn: '2026-10-30', date: '2026-11-10' };
    expect(await refusalOf(run.act('ding', 'schedule', { output: answers.schedule(again) }))).toBe('legal-review.HEARING_NOTICE_TOO_SHORT');
    await run.act('ding', 'schedule', { output: answers.schedule({ ...again, date: '2026-11-11' }) });
    // then
    expect(await run.waiting()).toEqual(['hold']);
  });
});
