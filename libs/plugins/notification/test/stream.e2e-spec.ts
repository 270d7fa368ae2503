import { setTimeout as wait } from 'node:timers/promises';
import type { MessageEvent } from '@nestjs/common';
import type { TestApp } from '@fashen/testing';
import { StreamController } from '../server/notice.controller';
import { StreamHub } from '../server/stream.hub';
import { NoticeBureau } from './notice-bureau';

/** What a browser has received. */
class Browser {
  readonly messages: MessageEvent[] = [];
  hasEnded = false;
  private leaveStream: () => void = () => undefined;

  static async open(node: TestApp, personId: string, options: { caseId?: string; lastEventId?: string } = {}): Promise<Browser> {
    const { lastEventId, ...query } = options;
    const browser = new Browser();
    const stream = await node.get(StreamController).open(await node.as(personId).context(), query, lastEventId);
    const subscription = stream.subscribe({ next: (message) => browser.messages.push(message), complete: () => (browser.hasEnded = true) });
    browser.leaveStream = () => subscription.unsubscribe();
    await browser.until(({ type }) => type === 'ready');
    return browser;
  }

  close(): void {
    this.leaveStream();
  }

  changes(): readonly MessageEvent[] {
    return this.messages.filter(({ type }) => type === 'change');
  }

  /** Waits at most a second, which is what the product promises. */
  async until(isIt: (message: MessageEvent) => boolean): Promise<MessageEvent> {
    for (let left = 50; left > 0; left -= 1) {
      const found = this.messages.find(isIt);
      if (found) return found;
      await wait(20);
    }
    throw new Error(`not within a second; received: ${JSON.stringify(this.messages)}`);
  }
}

const ofTasks = ({ type, data }: MessageEvent): boolean => type === 'change' && (data as { tasks: boolean }).tasks;
const ofNotices = ({ type, data }: MessageEvent): boolean => type === 'change' && (data as { notices: boolean }).notices;
const ofCase = ({ type, data }: MessageEvent): boolean => type === 'change' && (data as { openCase: boolean }).openCase;

describe('the stream of changes', () => {
  let bureau: NoticeBureau;

  beforeEach(async () => {
    bureau = await NoticeBureau.open({ streamsPerPerson: 3 });
  });
  afterEach(() => bureau.app.close());

  it('tells the reviewers within a second that there is something to claim, before the outbox is delivered', async () => {
    // given
    const [bing, gui] = [await Browser.open(bureau.app, 'bing'), await Browser.open(bureau.app, 'gui')];
    // when
    await bureau.start();
    // then
    await bing.until(ofTasks);
    expect(gui.changes()).toEqual([]);
    for (const browser of [bing, gui]) browser.close();
  });

  it('tells of a commit on another node within a second', async () => {
    // given
    const other = await bureau.app.secondNode();
    const bing = await Browser.open(other, 'bing');
    // when
    await bureau.start();
    // then
    await bing.until(ofTasks);
    bing.close();
    await other.close();
  });

  it('tells the other reviewers when one has claimed the task', async () => {
    // given
    const driver = await bureau.start();
    const { id } = await driver.openTask('review');
    const zi = await Browser.open(bureau.app, 'zi');
    // when
    await bureau.app.as('bing').run((tx) => bureau.app.tasks.assign(tx, id, { assigneeId: 'bing' }));
    // then
    await zi.until(ofTasks);
    zi.close();
  });

  it('tells every tab of a person of new notices', async () => {
    // given
    const tabs = [await Browser.open(bureau.app, 'bing'), await Browser.open(bureau.app, 'bing')];
    await bureau.start();
    // when
    await bureau.app.work();
    // then
    for (const tab of tabs) await tab.until(ofNotices);
    for (const tab of tabs) tab.close();
  });

  it('tells of the case that is open on the page, and refuses one that the person may not see', async () => {
    // given
    const driver = await bureau.start();
    const ding = await Browser.open(bureau.app, 'ding', { caseId: driver.instanceId });
    // when
    await driver.act('bing', 'review');
    // then
    await ding.until(ofCase);
    ding.close();
    const foreign = Browser.open(bureau.app, 'gui', { caseId: driver.instanceId });
    await expect(foreign).rejects.toMatchObject({ code: 'case-file.CASE_MISSING' });
  });

  it('goes on after the last event a browser has seen: tells what was missed, and nothing that was not', async () => {
    // given
    const first = await Browser.open(bureau.app, 'bing');
    await bureau.start('其一');
    const { id: lastEventId } = await first.until(ofTasks);
    first.close();
    const calm = await Browser.open(bureau.app, 'bing', { lastEventId });
    await wait(100);
    expect(calm.changes()).toEqual([]);
    calm.close();
    // when
    await bureau.start('其二');
    const again = await Browser.open(bureau.app, 'bing', { lastEventId });
    // then
    const missed = await again.until(ofTasks);
    expect(Number(missed.id)).toBeGreaterThan(Number(lastEventId));
    again.close();
  });

  it('says that everything may have changed when the last event is not known any more', async () => {
    // given
    await bureau.start();
    // when
    const [stale, odd] = [
      await Browser.open(bureau.app, 'gui', { lastEventId: '999999' }),
      await Browser.open(bureau.app, 'gui', { lastEventId: 'x' }),
    ];
    // then
    for (const browser of [stale, odd]) {
      const { data } = await browser.until(ofTasks);
      expect(data).toEqual({ tasks: true, openCase: false, notices: true });
      browser.close();
    }
  });

  it('refuses one stream too many, and takes a new one when one has ended', async () => {
    // given
    const tabs = [await Browser.open(bureau.app, 'yi'), await Browser.open(bureau.app, 'yi'), await Browser.open(bureau.app, 'yi')];
    await expect(Browser.open(bureau.app, 'yi')).rejects.toMatchObject({ code: 'notification.TOO_MANY_STREAMS', kind: 'tooMany' });
    // when
    tabs[0]?.close();
    tabs[0] = await Browser.open(bureau.app, 'yi');
    // then
    expect(bureau.app.get(StreamHub).isFull('yi')).toBe(true);
    for (const tab of tabs) tab.close();
    expect(bureau.app.get(StreamHub).isFull('yi')).toBe(false);
  });

  it('ends when the node goes down', async () => {
    // given
    const bing = await Browser.open(bureau.app, 'bing');
    // when
    bureau.app.get(StreamHub).beforeApplicationShutdown();
    // then
    expect(bing.hasEnded).toBe(true);
  });
});
