import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { bundledYears, CalendarLibrary } from '@fashen/plugins/calendar/model';
import { calendarPlugin } from '@fashen/plugins/calendar/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { bundledPeriods, CaseClocks, type ClockReply, PeriodLibrary } from '@fashen/plugins/deadline/model';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { type Class, definePlugin, type EventSubscriber, type RequestContext, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import { createTestApp, FixedClock, ProcessDriver, type TestApp, verifyInvariants } from '@fashen/testing';
import { deadlinePlugin } from '../server';
import { ClockController } from '../server/clock.controller';
import { PeriodController } from '../server/period.controller';

const MORNING = '2026-09-22T09:00:00+08:00';
const heard: WorkflowEvent[] = [];

/** What the test does over the calendar's endpoints. */
interface CalendarDesk {
  publishOwn(context: RequestContext, year: string, body: object): Promise<unknown>;
}
const calendarDesk = calendarPlugin.controllers?.find(({ name }) => name === 'CalendarController') as Class<CalendarDesk>;

/** Keeps what clocks tell. */
class Listener implements EventSubscriber {
  readonly event = 'deadline.*';
  readonly when = 'inTransaction';

  handle(_tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    heard.push(...events);
    return Promise.resolve();
  }
}
const NO_TEXTS = { errors: {}, ui: {}, modeler: {}, lint: {} };
const listener = definePlugin({ id: 'listener', subscribers: [Listener], messages: { 'zh-CN': NO_TEXTS, en: NO_TEXTS } });
const told = (name: string): readonly WorkflowEvent[] => heard.filter((event) => event.name === `deadline.${name}`);

describe('clocks of a case', () => {
  let app: TestApp;

  beforeEach(async () => {
    heard.length = 0;
    const plugins = [directoryPlugin, formPlugin, assignmentPlugin, caseFilePlugin, calendarPlugin, deadlinePlugin, listener];
    app = await createTestApp({ plugins, clock: new FixedClock(new Date(MORNING)) });
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await app.get(PersonRegistry).addUnit(tx, unit);
      for (const person of sampleBureau.persons) await app.get(PersonRegistry).addPerson(tx, person);
      await app.get(CalendarLibrary).publishMissing(tx, bundledYears, '首版');
      await app.get(PeriodLibrary).publishMissing(tx, bundledPeriods, '首版');
    });
    await app.publish(readFileSync(join(__dirname, 'deadline.bpmn'), 'utf8'));
  });
  afterEach(async () => {
    const violations = await verifyInvariants(app.database.dataSource, app.host.moddles);
    await app.close();
    expect(violations).toEqual([]);
  });

  const start = (): Promise<ProcessDriver> => ProcessDriver.start(app, { definitionKey: 'small-clocks', as: 'jia' });
  const inReview = async (): Promise<ProcessDriver> => {
    const driver = await start();
    await driver.act('jia', 'file', { filing: { filedOn: '2026-09-14' } });
    return driver;
  };
  const inWindow = async (): Promise<ProcessDriver> => {
    const driver = await inReview();
    await driver.act('bing', 'review', { notice: { servedOn: '2026-09-28' } });
    return driver;
  };
  const until = async (moment: string): Promise<void> => {
    app.clock.set(new Date(moment));
    await app.work();
  };
  const clock = async (driver: ProcessDriver, key: string, person = 'jia'): Promise<ClockReply> => {
    const { clocks } = await app.get(ClockController).list(await app.as(person).context(), driver.instanceId);
    const found = clocks.filter((one) => one.key === key).at(-1);
    if (!found) throw new Error(`no clock ${key}`);
    return found;
  };
  const operate = async (
    driver: ProcessDriver,
    act: {
      as: string;
      key: string;
      do: 'hold' | 'resume' | 'handIn' | 'requestExtension' | 'decideExtension';
      body: object;
      dryRun?: boolean;
    },
  ): Promise<{ affected: readonly object[] }> => {
    const { id } = await clock(driver, act.key);
    const context = await app.as(act.as).context();
    const place = { caseId: driver.instanceId, clockId: id };
    return app.get(ClockController)[act.do](context, place, act.body as never, { dryRun: act.dryRun ?? false });
  };

  it('says when a step is due, and why on that day', async () => {
    const driver = await inReview();
    expect((await driver.openTask('review')).dueAt?.toISOString()).toBe('2026-10-13T15:59:59.999Z');
    const review = await clock(driver, 'legal-review');
    expect(review).toMatchObject({ dueDay: '2026-10-13', left: 10, state: 'RUNNING' });
    expect(review.counted?.excluded.map(({ day }) => day)).toContain('2026-10-01');
    expect(review.counted?.worked).toMatchObject([{ day: '2026-10-10' }]);
    expect(await clock(driver, 'penalty-decision')).toMatchObject({ dueDay: '2026-12-13', outerDay: '2026-12-14' });
  });

  it('E60: ends the window after the last full day, a worked Saturday, and not before', async () => {
    const driver = await inWindow();
    await until('2026-10-10T23:59:59+08:00');
    expect(await driver.waiting()).toEqual(['lapsed', 'window']);
    await until('2026-10-11T00:00:00+08:00');
    expect(await driver.waiting()).toEqual(['decide']);
    expect(await clock(driver, 'rights-window')).toMatchObject({ state: 'ENDED', endCause: 'LAPSED' });
    expect((await driver.openTask('decide')).dueAt?.toISOString()).toBe('2026-12-13T15:59:59.999Z');
  });

  it('takes the message of a clock from nobody else', async () => {
    const driver = await inWindow();
    await expect(driver.message('windowLapsed')).rejects.toMatchObject({ code: 'deadline.CLOCK_ONLY' });
    await app.as('wu').run((tx) => app.instances.suspend(tx, driver.instanceId, '中止调查'));
    await expect(driver.message('windowLapsed')).rejects.toMatchObject({ code: 'deadline.CLOCK_ONLY' });
    await app.as('wu').run((tx) => app.instances.resume(tx, driver.instanceId, '恢复调查'));
    await app.work();
    expect(await driver.waiting()).toEqual(['lapsed', 'window']);
  });

  it('E40: fires after downtime, once, on two nodes that start together', async () => {
    const drivers = [await inWindow(), await inWindow(), await inWindow()];
    app = await app.restart();
    app.clock.set(new Date('2026-10-20T09:00:00+08:00'));
    const second = await app.secondNode();
    await Promise.all([app.work(), second.work()]);
    await second.stop();
    for (const { instanceId } of drivers) expect(await ProcessDriver.of(app, instanceId).waiting()).toEqual(['decide']);
    expect(told('expired').filter(({ payload }) => payload['key'] === 'rights-window')).toHaveLength(3);
  });

  it('decides in the place of who let the time pass, and says so', async () => {
    const driver = await inReview();
    await until('2026-10-14T00:00:00+08:00');
    expect((await driver.instance()).variables['review']).toEqual({ passed: false });
    expect(told('expired')).toMatchObject([{ payload: { act: 'AUTO_REJECT', personIds: ['bing'] } }]);
    expect(await driver.waiting()).toEqual(['lapsed', 'window']);
  });

  it('sends back what was not done in time, where that is drawn', async () => {
    const drawing = readFileSync(join(__dirname, 'deadline.bpmn'), 'utf8').replace('small-clocks', 'small-returns');
    await app.publish(drawing.replace('atEnd="AUTO_REJECT" output="review.passed"', 'atEnd="RETURN" returnTo="file"'));
    const driver = await ProcessDriver.start(app, { definitionKey: 'small-returns', as: 'jia' });
    await driver.act('jia', 'file', { filing: { filedOn: '2026-09-14' } });
    await until('2026-10-14T00:00:00+08:00');
    expect(await driver.waiting()).toEqual(['file']);
  });

  it('lets one of timer and person win', async () => {
    const driver = await inReview();
    app.clock.set(new Date('2026-10-14T00:00:00+08:00'));
    const ends = await Promise.allSettled([app.work(), driver.act('bing', 'review', {})]);
    const rounds = (await driver.tasks()).filter(({ nodeId }) => nodeId === 'review');
    expect(rounds).toMatchObject([{ state: 'DONE' }]);
    expect(ends[0]?.status).toBe('fulfilled');
    await app.work();
    expect(await driver.waiting()).toEqual(['lapsed', 'window']);
    const wonByTimer = told('expired').some(({ payload }) => payload['key'] === 'legal-review');
    expect(ends[1]?.status).toBe(wonByTimer ? 'rejected' : 'fulfilled');
  });

  it('E37: does not decide over somebody who was asked for advice, but tells him and the holder', async () => {
    const driver = await inReview();
    const task = await driver.openTask('review');
    await app.as('bing').run(async (tx) => {
      await app.tasks.addSeats(tx, task.id, [{ kind: 'ADVICE', assigneeId: 'zi' }]);
      await app.tasks.mark(tx, task.id, 'delegated');
    });
    await until('2026-10-14T00:00:00+08:00');
    expect(await driver.waiting()).toEqual(['review']);
    expect(told('expired')).toMatchObject([{ payload: { act: 'ESCALATE', personIds: ['zi', 'bing'] } }]);
    expect(told('escalated')).toMatchObject([{ payload: { personIds: ['bing'] } }]);
  });

  it('E38: a visit that was taken back gets a clock of its own', async () => {
    const driver = await inWindow();
    const first = (await driver.tasks()).find(({ nodeId }) => nodeId === 'review');
    await until('2026-09-24T09:00:00+08:00');
    const move = { instanceId: driver.instanceId, reopen: [first?.executionId ?? ''], cause: 'return' } as const;
    await app.as('ding').run((tx) => app.moves.back(tx, move));
    expect(await clock(driver, 'rights-window')).toMatchObject({ state: 'CANCELLED', endCause: 'LEFT' });
    expect(await clock(driver, 'legal-review')).toMatchObject({ state: 'RUNNING', dueDay: '2026-10-15' });
    await until('2026-10-15T23:59:59+08:00');
    expect(await driver.waiting()).toEqual(['review']);
    await until('2026-10-16T00:00:00+08:00');
    // The window of the notice that was served on 28 September is over by now: its new clock says so at once.
    expect(await driver.waiting()).toEqual(['decide']);
  });

  it('E39: does what two clocks of the same moment want, each once', async () => {
    const driver = await inWindow();
    await app
      .as('jia')
      .run((tx) => app.get(CaseClocks).arm(tx, { instanceId: driver.instanceId, key: 'publication', startDay: '2026-09-23' }));
    expect((await clock(driver, 'publication')).dueDay).toBe('2026-10-10');
    await until('2026-10-11T00:00:00+08:00');
    await app.work();
    const keys = told('expired').map(({ payload }) => payload['key']);
    expect([...keys].sort()).toEqual(['publication', 'rights-window']);
  });

  it('holds and resumes with what was left; the task follows', async () => {
    const driver = await inReview();
    const body = { reason: 'EXPERT', note: '咨询专家', materials: [] };
    await expect(operate(driver, { as: 'jia', key: 'legal-review', do: 'hold', body })).rejects.toMatchObject({
      code: 'deadline.NOT_ALLOWED',
    });
    const preview = await operate(driver, { as: 'bing', key: 'legal-review', do: 'hold', body, dryRun: true });
    expect(preview.affected).toMatchObject([{ kind: 'clockChanged', clock: '法制审核期限' }]);
    expect(await clock(driver, 'legal-review')).toMatchObject({ state: 'RUNNING' });
    await until('2026-09-24T09:00:00+08:00');
    await operate(driver, { as: 'bing', key: 'legal-review', do: 'hold', body });
    expect(await clock(driver, 'legal-review')).toMatchObject({ state: 'HELD', left: 9 });
    expect((await driver.openTask('review')).dueAt).toBeUndefined();
    await until('2026-10-20T09:00:00+08:00');
    expect(await driver.waiting()).toEqual(['review']);
    await operate(driver, { as: 'bing', key: 'legal-review', do: 'resume', body: { note: '专家已答复' } });
    expect((await driver.openTask('review')).dueAt?.toISOString()).toBe('2026-10-30T15:59:59.999Z');
    await expect(operate(driver, { as: 'bing', key: 'legal-review', do: 'resume', body: { note: '再来' } })).rejects.toMatchObject({
      code: 'deadline.NOT_HELD',
    });
  });

  it('stands still while the case is suspended, whatever anybody does; the window of the party runs on', async () => {
    // given
    const driver = await inReview();
    await until('2026-09-24T09:00:00+08:00');
    await app.as('wu').run((tx) => app.instances.suspend(tx, driver.instanceId, '中止调查'));
    expect(await clock(driver, 'legal-review')).toMatchObject({ state: 'HELD', left: 9, holds: [{ reason: 'SUSPENSION' }], may: [] });
    expect(await clock(driver, 'penalty-decision')).toMatchObject({ state: 'HELD' });
    const resume = operate(driver, { as: 'bing', key: 'legal-review', do: 'resume', body: { note: '继续' } });
    await expect(resume).rejects.toMatchObject({ code: 'deadline.CASE_SUSPENDED' });
    // when
    await until('2026-10-20T09:00:00+08:00');
    await app.as('wu').run((tx) => app.instances.resume(tx, driver.instanceId, '恢复调查'));
    // then
    expect(told('expired')).toEqual([]);
    expect((await driver.openTask('review')).dueAt?.toISOString()).toBe('2026-10-30T15:59:59.999Z');
    expect(await clock(driver, 'penalty-decision')).toMatchObject({ state: 'RUNNING', dueDay: '2027-01-08' });
  });

  it('neither prolongs by suspending what the party was promised, nor brings back what has run out', async () => {
    // given
    const driver = await inWindow();
    await app.as('wu').run((tx) => app.instances.suspend(tx, driver.instanceId, '中止调查'));
    expect(await clock(driver, 'rights-window')).toMatchObject({ state: 'RUNNING', dueDay: '2026-10-10' });
    // when
    await until('2026-10-12T09:00:00+08:00');
    await app.as('wu').run((tx) => app.instances.resume(tx, driver.instanceId, '恢复调查'));
    await until('2026-10-12T11:00:00+08:00');
    // then
    expect(await driver.waiting()).toEqual(['decide']);
    await until('2027-01-20T09:00:00+08:00');
    const late = await clock(driver, 'penalty-decision');
    expect(late.lapsedAt).toBeDefined();
    await app.as('wu').run((tx) => app.instances.suspend(tx, driver.instanceId, '再次中止'));
    expect(await clock(driver, 'penalty-decision')).toMatchObject({ state: 'RUNNING', dueDay: late.dueDay });
  });

  it('begins the review anew on the day the materials are complete', async () => {
    const driver = await inReview();
    const body = { reason: 'SUPPLEMENT', note: '一次告知', materials: ['现场照片'] };
    await operate(driver, { as: 'bing', key: 'legal-review', do: 'hold', body });
    expect(await clock(driver, 'review-supplement')).toMatchObject({ state: 'RUNNING', dueDay: '2026-09-28' });
    await until('2026-09-28T10:00:00+08:00');
    await operate(driver, { as: 'bing', key: 'legal-review', do: 'resume', body: { note: '材料齐全' } });
    expect(await clock(driver, 'legal-review')).toMatchObject({ startDay: '2026-09-28', dueDay: '2026-10-16' });
    expect(await clock(driver, 'review-supplement')).toMatchObject({ state: 'ENDED' });
  });

  it('begins anew by itself when the materials are handed in, by who worked on the case and once', async () => {
    // given
    const driver = await inReview();
    const body = { reason: 'SUPPLEMENT', note: '一次告知', materials: ['现场照片'] };
    const handIn = (as: string): Promise<unknown> =>
      operate(driver, { as, key: 'legal-review', do: 'handIn', body: { note: '照片已补齐' } });
    await expect(handIn('jia')).rejects.toMatchObject({ code: 'deadline.NO_SUPPLEMENT' });
    await operate(driver, { as: 'bing', key: 'legal-review', do: 'hold', body });
    expect(await clock(driver, 'legal-review', 'jia')).toMatchObject({ may: expect.arrayContaining(['handIn']) });
    await until('2026-09-28T10:00:00+08:00');
    // when
    await expect(handIn('bing')).rejects.toMatchObject({ code: 'deadline.NOT_ALLOWED' });
    await expect(handIn('ji')).rejects.toMatchObject({ code: 'deadline.NOT_ALLOWED' });
    await handIn('jia');
    // then
    expect(await clock(driver, 'legal-review')).toMatchObject({ state: 'RUNNING', startDay: '2026-09-28', dueDay: '2026-10-16' });
    expect(await clock(driver, 'review-supplement')).toMatchObject({ state: 'ENDED' });
    expect((await driver.openTask('review')).dueAt?.toISOString()).toBe('2026-10-16T15:59:59.999Z');
    await expect(handIn('jia')).rejects.toMatchObject({ code: 'deadline.NO_SUPPLEMENT' });
  });

  it('is extended by the right person, in time, once, and not by who has asked', async () => {
    const driver = await inReview();
    const ask = { as: 'bing', key: 'legal-review', do: 'requestExtension', body: { amount: 3, reason: '案情复杂' } } as const;
    const grant = { as: 'ding', key: 'legal-review', do: 'decideExtension', body: { approved: true, comment: '同意' } } as const;
    const refused = (act: Promise<unknown>, code: string): Promise<void> => expect(act).rejects.toMatchObject({ code: `deadline.${code}` });
    await refused(operate(driver, grant), 'REQUEST_MISSING');
    await refused(operate(driver, { ...ask, body: { amount: 4, reason: '太久' } }), 'TOO_LONG');
    await refused(operate(driver, { ...ask, as: 'jia' }), 'NOT_ALLOWED');
    await operate(driver, ask);
    await refused(operate(driver, ask), 'ASKED_ALREADY');
    await refused(operate(driver, { ...grant, as: 'bing' }), 'OWN_REQUEST');
    await operate(driver, grant);
    expect(await clock(driver, 'legal-review')).toMatchObject({ dueDay: '2026-10-16', amount: 13 });
    expect((await driver.openTask('review')).dueAt?.toISOString()).toBe('2026-10-16T15:59:59.999Z');
    await refused(operate(driver, ask), 'NO_EXTENSION');
    expect(told('extended')).toMatchObject([{ payload: { amount: 3, wasDueAt: '2026-10-13T15:59:59.999Z' } }]);
  });

  it('reminds before, on and after the last day, and only who still has to act', async () => {
    const driver = await inReview();
    await until('2026-10-10T09:00:00+08:00');
    await until('2026-10-13T09:00:00+08:00');
    expect(told('reminded').map(({ payload }) => [payload['key'], payload['days'], payload['personIds']])).toEqual([
      ['legal-review', 2, ['bing']],
      ['legal-review', 0, ['bing']],
    ]);
    await driver.act('bing', 'review', { notice: { servedOn: '2026-10-12' } });
    await until('2026-10-14T09:00:00+08:00');
    expect(told('reminded')).toHaveLength(2);
  });

  it('counts open clocks anew when a calendar is published, and lists what moved', async () => {
    const driver = await inReview();
    const off = { day: '2026-10-12', kind: 'OFF', name: '停工' } as const;
    await app
      .get(calendarDesk)
      .publishOwn(await app.as('ren').context(), '2026', { days: [off], source: '通知', reason: '停工', basedOn: 0 });
    await app.work();
    expect((await driver.openTask('review')).dueAt?.toISOString()).toBe('2026-10-14T15:59:59.999Z');
    const moved = await app.get(PeriodController).moved(await app.as('ren').context(), { limit: 10 });
    expect(moved.items).toMatchObject([{ clock: '法制审核期限', wasDueDay: '2026-10-13', dueDay: '2026-10-14' }]);
    const { items } = await app.get(PeriodController).recounts(await app.as('ren').context());
    expect(items).toMatchObject([{ years: [2026], cases: 1, done: 1, moved: 1, state: 'DONE' }]);
    await until('2026-10-14T00:00:00+08:00');
    expect(await driver.waiting()).toEqual(['review']);
  });

  it('says why a task has no due time: its clock is held, or leaves the loaded years', async () => {
    const driver = await inReview();
    const standing = async (): Promise<readonly object[]> =>
      (await app.get(PeriodController).standing(await app.as('bing').context())).items;
    expect(await standing()).toEqual([]);
    await operate(driver, { as: 'bing', key: 'legal-review', do: 'hold', body: { reason: 'EXPERT', note: '咨询', materials: [] } });
    expect(await standing()).toMatchObject([{ clock: '法制审核期限', cause: 'HELD', reason: 'EXPERT' }]);
    app.clock.set(new Date('2026-12-30T09:00:00+08:00'));
    await operate(driver, { as: 'bing', key: 'legal-review', do: 'resume', body: { note: '已答复' } });
    expect(await standing()).toMatchObject([{ cause: 'MISSING', rawDay: expect.stringMatching(/^2027-01-/) }]);
    const { names } = await app.get(ClockController).list(await app.as('bing').context(), driver.instanceId);
    expect(names).toEqual({ bing: '丙样例' });
  });

  it('publishes periods in versions; clocks that run keep theirs', async () => {
    const driver = await inReview();
    const context = await app.as('ren').context();
    const periods = bundledPeriods.periods.map((one) => (one.key === 'legal-review' ? { ...one, amount: 5 } : one));
    const controller = app.get(PeriodController);
    await controller.publish(context, { table: { periods }, reason: '本局改为五日', basedOn: 1 });
    await expect(controller.publish(context, { table: bundledPeriods, reason: '旧', basedOn: 1 })).rejects.toMatchObject({
      code: 'deadline.PERIODS_CHANGED',
    });
    expect(await clock(driver, 'legal-review')).toMatchObject({ amount: 10, dueDay: '2026-10-13' });
    expect(await clock(await inReview(), 'legal-review')).toMatchObject({ amount: 5, dueDay: '2026-09-30' });
  });

  it('ends all clocks with the case; none of them is told as due', async () => {
    const driver = await inWindow();
    await app.as('ji').run((tx) => app.instances.terminate(tx, driver.instanceId, '撤销'));
    const { clocks } = await app.get(ClockController).list(await app.as('jia').context(), driver.instanceId);
    expect(clocks.filter(({ state }) => state === 'RUNNING' || state === 'HELD')).toEqual([]);
    const ends = told('cancelled').map(({ payload }) => payload);
    expect(ends.map(({ dueAt }) => dueAt)).toEqual(ends.map(() => undefined));
    expect(ends.find(({ key }) => key === 'rights-window')).toMatchObject({ wasDueAt: expect.any(String) });
  });
});
