import { definePlugin, type EventSubscriber, systemActor, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import {
  bundledYears,
  type CalendarDay,
  CalendarLibrary,
  countPeriod,
  type DaysBody,
  isWorkingDay,
  WorkingCalendar,
} from '@fashen/plugins/calendar/model';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { createTestApp, type TestApp, type TestPerson } from '@fashen/testing';
import { calendarPlugin } from '../server';
import { CalendarController } from '../server/calendar.controller';

const NOTICE_2027 = '国务院办公厅关于2027年部分节假日安排的通知\n一、元旦：1月1日（周五）至3日（周日）放假，共3天。';
const own = (days: readonly CalendarDay[], basedOn: number, reason = '自治区条例'): DaysBody => ({
  days: [...days],
  source: '自治区人民政府通知',
  reason,
  basedOn,
});
const NADAM: CalendarDay = { day: '2026-07-16', kind: 'OFF', name: '那达慕' };

/** Keeps what it hears, as a plugin that counts deadlines would. */
class Listener implements EventSubscriber {
  static heard: WorkflowEvent[] = [];
  readonly event = 'calendar.published';
  readonly when = 'inTransaction';

  handle(_tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    Listener.heard.push(...events);
    return Promise.resolve();
  }
}
const NO_TEXTS = { errors: {}, ui: {}, modeler: {}, lint: {} };
const listener = definePlugin({ id: 'listener', subscribers: [Listener], messages: { 'zh-CN': NO_TEXTS, en: NO_TEXTS } });

describe('the calendar', () => {
  let app: TestApp;
  let controller: CalendarController;
  let ren: TestPerson;

  beforeEach(async () => {
    app = await createTestApp({ plugins: [directoryPlugin, calendarPlugin, listener] });
    controller = app.get(CalendarController);
    ren = app.as('ren');
    await app.as('setup').run(async (tx) => {
      const registry = app.get(PersonRegistry);
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      await registry.addUnit(tx, { id: 'far', name: '另一个局' });
      for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
      await registry.addPerson(tx, { id: 'other', name: '他样例', unitId: 'far', roles: ['legal-modeler'], posts: [], certificates: [] });
      await app.get(CalendarLibrary).publishMissing(tx, bundledYears, '首个版本');
    });
  });
  afterEach(() => app.close());

  const calendarOf = (person: string): ReturnType<WorkingCalendar['calendar']> =>
    app.as(person).read((tx) => app.get(WorkingCalendar).calendar(tx));

  it('brings the plan of 2026 once', async () => {
    const again = await app.as('setup').run((tx) => app.get(CalendarLibrary).publishMissing(tx, bundledYears, '首个版本'));
    const year = await controller.year(await ren.context(), '2026');
    expect(again).toEqual([]);
    expect(year).toMatchObject({ workingDays: 248, bureau: { id: 'bureau' }, state: { version: 1, publishedBy: 'setup' } });
    expect(year.state?.source).toContain('国办发明电〔2025〕7号');
  });

  it('takes the notice of a new year from its wording to a version, and tells who counts deadlines', async () => {
    // given
    const before = await calendarOf('ren');
    const period = { start: '2026-12-30', count: 5, unit: 'workingDays', kind: 'party' } as const;
    expect(countPeriod(period, before)).toMatchObject({ calendarMissing: true });
    // when
    const preview = await controller.preview(await ren.context(), { text: NOTICE_2027 });
    expect(preview).toMatchObject({ year: 2027, problems: [], basedOn: 0, changes: { addedWorked: [], removed: [] } });
    const { days, source = '' } = preview;
    await controller.publish(await ren.context(), '2027', { days: [...days], source, reason: '年度通知', basedOn: 0 });
    // then
    expect(Listener.heard.at(-1)).toMatchObject({
      name: 'calendar.published',
      payload: { years: [2027], scope: 'STATE', version: 1 },
      reason: '年度通知',
      after: { addedOff: ['2027-01-01', '2027-01-02', '2027-01-03'] },
    });
    const after = await calendarOf('ren');
    expect(countPeriod(period, after)).toMatchObject({ due: '2027-01-07', calendarMissing: false });
    expect(after.versionId).not.toBe(before.versionId);
    const years = await controller.years(await ren.context(), { limit: 1 });
    expect(years).toMatchObject({ items: [{ year: 2027, publishedByName: '壬样例' }], next: '2027' });
    expect(await controller.years(await ren.context(), { limit: 1, after: 2027 })).toMatchObject({ items: [{ year: 2026 }] });
  });

  it('keeps what was pinned, whatever is published later', async () => {
    // given
    const { versionId } = await calendarOf('ren');
    // when
    await controller.publishOwn(await ren.context(), '2026', own([NADAM], 0));
    // then
    const pinned = await app.as('ren').read((tx) => app.get(WorkingCalendar).pinned(tx, versionId));
    expect(isWorkingDay('2026-07-16', pinned)).toBe(true);
    expect(isWorkingDay('2026-07-16', await calendarOf('ren'))).toBe(false);
    const restarted = await app.restart();
    const read = restarted.as('ren').read((tx) => restarted.get(WorkingCalendar).pinned(tx, versionId));
    expect(isWorkingDay('2026-07-16', await read)).toBe(true);
    app = restarted;
  });

  it('knows no calendar by an id that was never given out', async () => {
    const asked = app.as('ren').read((tx) => app.get(WorkingCalendar).pinned(tx, 'nothing.bureau'));
    await expect(asked).rejects.toMatchObject({ code: 'calendar.VERSION_MISSING' });
  });

  it('holds the own days of a bureau for its units only', async () => {
    // when
    await controller.publishOwn(await ren.context(), '2026', own([NADAM], 0));
    // then
    expect(isWorkingDay('2026-07-16', await calendarOf('jia'))).toBe(false);
    expect(isWorkingDay('2026-07-16', await calendarOf('other'))).toBe(true);
    const year = await controller.year(await app.as('jia').context(), '2026');
    expect(year).toMatchObject({ workingDays: 247, own: { version: 1, days: [NADAM] } });
    const versions = await controller.versions(await ren.context(), { scope: 'OWN', year: 2026, limit: 10 });
    expect(versions.items).toMatchObject([{ version: 1, source: '自治区人民政府通知' }]);
  });

  it('answers the same days again with the version that has them', async () => {
    const first = await controller.publishOwn(await ren.context(), '2026', own([NADAM], 0));
    const again = await controller.publishOwn(await ren.context(), '2026', own([NADAM], 0, '再来一次'));
    expect(again.id).toBe(first.id);
  });

  it('refuses a change made on a version that is no longer the last', async () => {
    await controller.publishOwn(await ren.context(), '2026', own([NADAM], 0));
    const late = controller.publishOwn(await ren.context(), '2026', own([], 0));
    await expect(late).rejects.toMatchObject({ code: 'calendar.PLAN_CHANGED', params: { year: 2026, version: 1 } });
  });

  it.each([
    ['a day of another year', { day: '2027-01-02', kind: 'OFF', name: '节' }],
    ['a weekday called worked', { day: '2026-07-16', kind: 'WORKED', name: '节' }],
  ] as const)('refuses %s', async (_what, day) => {
    const published = controller.publishOwn(await ren.context(), '2026', own([day], 0));
    await expect(published).rejects.toMatchObject({ code: 'calendar.DAY_MISFIT' });
  });

  it.each(['abc', '1', '20260'])('knows no year %p', async (year) => {
    await expect(controller.year(await ren.context(), year)).rejects.toMatchObject({ code: 'calendar.YEAR_MISSING' });
    const published = async (): Promise<unknown> => controller.publish(await ren.context(), year, own([], 0));
    await expect(published()).rejects.toMatchObject({ code: 'calendar.YEAR_MISSING' });
  });

  it('forgets a publication that was rolled back', async () => {
    // given
    const before = await calendarOf('ren');
    const failing = ren.run(async (tx: Tx) => {
      await app.get(CalendarLibrary).publishMissing(tx, [{ year: 2028, source: '试', days: [] }], '试');
      expect((await app.get(WorkingCalendar).calendar(tx)).years).toContain(2028);
      throw new Error('undone');
    });
    // when
    await expect(failing).rejects.toThrow('undone');
    // then
    expect(await calendarOf('ren')).toEqual(before);
  });

  it('counts for everybody, with the law and the days passed', async () => {
    const jia = await app.as('jia').context();
    const counted = await controller.count(jia, { start: '2026-09-18', count: 15, unit: 'days', kind: 'party' });
    expect(counted).toMatchObject({ raw: '2026-10-03', due: '2026-10-08', rolled: { from: '2026-10-03', to: '2026-10-08' } });
    expect(counted.law.map(({ article }) => article)).toContain('第八十五条');
    const clear = await controller.clearDay(jia, { from: '2026-09-21', count: 7, direction: 'after' });
    expect(clear).toMatchObject({ due: '2026-10-09', calendarMissing: false });
  });

  it('gives the system the calendar of the only bureau, or the plans alone', async () => {
    const calendar = await app.as(systemActor).read((tx) => app.get(WorkingCalendar).calendar(tx));
    expect(calendar.years).toEqual([2026]);
    expect(calendar.versionId).toMatch(/\.STATE$/);
  });
});
