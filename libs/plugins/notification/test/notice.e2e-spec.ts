import { defineEvent } from '@fashen/plugin-api';
import { Notices } from '../model';
import { NoticeController } from '../server/notice.controller';
import { TidyService } from '../server/tidy.service';
import { NoticeBureau } from './notice-bureau';

type Row = Record<string, string | number | null>;

describe('notices in the application', () => {
  let bureau: NoticeBureau;

  beforeEach(async () => {
    bureau = await NoticeBureau.open();
  });
  afterEach(() => bureau.app.close());

  const kindsOf = async (personId: string): Promise<readonly string[]> => (await bureau.noticesOf(personId)).map(({ kind }) => kind);

  it('tell every reviewer of a task to claim, with number, title and step, and nobody else', async () => {
    // given
    const driver = await bureau.start();
    // when
    await bureau.app.work();
    // then
    const params = { businessKey: '案-占道经营', title: '占道经营', step: '法制审核' };
    const [notice] = await bureau.noticesOf('bing');
    expect(notice).toMatchObject({ kind: 'taskClaimable', params, instanceId: driver.instanceId, taskId: expect.any(String) });
    expect(await kindsOf('zi')).toEqual(['taskClaimable']);
    expect(await kindsOf('jia')).toEqual([]);
    expect(await kindsOf('wu')).toEqual([]);
  });

  it('tell who has to act next, and the starter in the end', async () => {
    // given
    const driver = await bureau.start();
    // when
    await driver.act('bing', 'review');
    await bureau.app.work();
    await driver.act('wu', 'decide');
    await bureau.app.work();
    // then
    expect(await kindsOf('wu')).toEqual(['taskAssigned']);
    expect(await kindsOf('jia')).toEqual(['caseEnded']);
  });

  it('tell whoever loses a task to somebody else', async () => {
    // given
    const driver = await bureau.start();
    const { id } = await driver.openTask('review');
    await bureau.app.as('bing').run((tx) => bureau.app.tasks.assign(tx, id, { assigneeId: 'bing' }));
    // when
    await bureau.app.as('yin').run((tx) => bureau.app.tasks.assign(tx, id, { assigneeId: 'zi' }));
    await bureau.app.work();
    // then
    expect(await kindsOf('bing')).toContain('taskTaken');
    expect(await kindsOf('zi')).toContain('taskAssigned');
  });

  it('tell the holder when a task is cancelled', async () => {
    // given
    const driver = await bureau.start();
    await driver.act('bing', 'review');
    // when
    await bureau.app.as('xin').run((tx) => bureau.app.instances.terminate(tx, driver.instanceId, '撤案'));
    await bureau.app.work();
    // then
    expect(await kindsOf('wu')).toContain('taskCancelled');
  });

  it('tell it once when a node dies after a delivery and before it is marked', async () => {
    // given
    const { dataSource } = bureau.app.database;
    await bureau.start();
    const rows: Row[] = await dataSource.query('SELECT * FROM engine_outbox');
    await bureau.app.work();
    const before = (await bureau.noticesOf('bing')).length;
    // when
    for (const row of rows) {
      const columns = Object.keys(row);
      const places = columns.map(() => '?').join(', ');
      await dataSource.query(`INSERT INTO engine_outbox (${columns.join(', ')}) VALUES (${places})`, Object.values(row));
    }
    await bureau.app.work();
    // then
    expect(rows.length).toBeGreaterThan(0);
    expect(await dataSource.query('SELECT id FROM engine_outbox')).toEqual([]);
    expect(before).toBe(1);
    expect(await bureau.noticesOf('bing')).toHaveLength(1);
  });

  it('are told about deadlines to those who may claim, by whatever plugin tells the event', async () => {
    // given
    const driver = await bureau.start();
    const { id: taskId } = await driver.openTask('review');
    const expired = defineEvent<{ taskId: string }>('deadline', 'expired');
    // when
    await bureau.app.as('system').run(async (tx) => tx.emit(expired({ taskId }, { instanceId: driver.instanceId })));
    await bureau.app.work();
    // then
    expect(await kindsOf('bing')).toContain('overdue');
  });

  it('are told by a plugin through the port, the same source only once', async () => {
    // given
    const notices = bureau.app.get(Notices);
    const tell = () =>
      bureau.app.as('jia').run((tx) => notices.tell(tx, { kind: 'copied', to: ['person:yi', 'unit:office'], sourceId: 'letter-1' }));
    // when
    await tell();
    await tell();
    // then
    expect(await kindsOf('yi')).toEqual(['copied']);
    expect(await kindsOf('gui')).toEqual(['copied']);
  });

  it('are read one by one or all together, and only by their person', async () => {
    // given
    const controller = bureau.app.get(NoticeController);
    const notices = bureau.app.get(Notices);
    for (const sourceId of ['1', '2', '3'])
      await bureau.app.as('jia').run((tx) => notices.tell(tx, { kind: 'copied', to: ['person:yi'], sourceId }));
    const yi = await bureau.app.as('yi').context();
    const [first] = await bureau.noticesOf('yi');
    const unread = async (): Promise<number> => (await controller.count(yi)).unread;
    // when
    const byOther = controller.markRead(await bureau.app.as('jia').context(), first?.id ?? '');
    await expect(byOther).rejects.toMatchObject({ code: 'notification.ITEM_MISSING' });
    const numbers = [await unread()];
    await controller.markRead(yi, first?.id ?? '');
    numbers.push(await unread());
    await controller.markAllRead(yi);
    numbers.push(await unread());
    // then
    expect(numbers).toEqual([3, 2, 0]);
  });

  it('are listed page by page, each once, newest first', async () => {
    // given
    const controller = bureau.app.get(NoticeController);
    const notices = bureau.app.get(Notices);
    for (let count = 0; count < 5; count += 1) {
      await bureau.app.as('jia').run((tx) => notices.tell(tx, { kind: 'copied', to: ['person:yi'], sourceId: String(count) }));
      if (count % 2) bureau.app.clock.advance({ minutes: 1 });
    }
    const yi = await bureau.app.as('yi').context();
    // when
    const seen: { id: string; at: number }[] = [];
    let after: string | undefined;
    do {
      const page = await controller.list(yi, { limit: 2, ...(after && { after }) });
      seen.push(...page.items.map(({ id, createdAt }) => ({ id, at: createdAt.getTime() })));
      after = page.next;
    } while (after);
    // then
    expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
    expect(seen.map(({ at }) => at)).toEqual([...seen.map(({ at }) => at)].sort((one, other) => other - one));
  });

  it('are removed when they are old', async () => {
    // given
    await bureau.start();
    await bureau.app.work();
    const tidy = bureau.app.get(TidyService);
    // when
    bureau.app.clock.advance({ days: 179 });
    await bureau.app.as('yin').run((tx) => tidy.tidy(tx));
    const kept = (await bureau.noticesOf('bing')).length;
    bureau.app.clock.advance({ days: 2 });
    await bureau.app.as('yin').run((tx) => tidy.tidy(tx));
    // then
    expect(kept).toBe(1);
    expect(await bureau.noticesOf('bing')).toEqual([]);
  });
});
