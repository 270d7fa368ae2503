import { setImmediate } from 'node:timers/promises';
import {
  defineEvent,
  definePlugin,
  type EventSubscriber,
  type JobAtHand,
  type JobHandler,
  type JsonObject,
  type ReadOnce,
  type Tx,
  type WorkflowEvent,
} from '@fashen/plugin-api';
import { createTestApp, type TestApp } from '@fashen/testing';
import { JobRunner, SendingRunner } from '../index';
import { LeaseRepository } from '../job/lease.repository';

const LETTERS = 25;
const knocked = defineEvent<{ at: string }>('post', 'knocked');
const book = {
  sent: 0,
  fails: 0,
  counted: 0,
  door: Promise.resolve(),
  run: [] as JsonObject[],
  first: [] as (string | undefined)[],
  second: [] as (string | undefined)[],
};

class LetterJob implements JobHandler {
  readonly type = 'post.letter';

  async send(read: ReadOnce, payload: JsonObject, job: JobAtHand): Promise<JsonObject> {
    book.sent += 1;
    await book.door;
    if (book.fails-- > 0) throw new Error('the door is shut');
    return { payload, attempt: job.attempt, reader: await read((tx) => Promise.resolve(tx.actor.personId)) };
  }

  async run(_tx: Tx, _payload: JsonObject, { sent }: { sent?: JsonObject }): Promise<void> {
    book.run.push(sent ?? {});
  }
}

/** Work that stays in the process. */
class CountJob implements JobHandler {
  readonly type = 'post.count';

  async run(): Promise<void> {
    book.counted += 1;
  }
}

abstract class Ear implements EventSubscriber {
  readonly event = 'post.*';
  readonly when = 'afterCommit';
  abstract readonly ids: (string | undefined)[];

  async handle(_tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    this.ids.push(...events.map(({ id }) => id));
  }
}
class LeftEar extends Ear {
  readonly ids = book.first;
}
class RightEar extends Ear {
  readonly ids = book.second;
}

const postPlugin = definePlugin({
  id: 'post',
  jobs: [LetterJob, CountJob],
  subscribers: [LeftEar, RightEar],
  messages: { 'zh-CN': { errors: {}, ui: {}, modeler: {}, lint: {} }, en: { errors: {}, ui: {}, modeler: {}, lint: {} } },
});

describe('work that leaves the process', () => {
  let app: TestApp;

  const addLetter = (): Promise<string> => app.as('jia').run((tx) => app.jobs.add(tx, { type: 'post.letter', payload: { to: 'yi' } }));

  beforeEach(async () => {
    Object.assign(book, { sent: 0, fails: 0, counted: 0, door: Promise.resolve() });
    for (const list of [book.run, book.first, book.second]) list.length = 0;
    app = await createTestApp({ plugins: [postPlugin] });
  });
  afterEach(() => app.close());

  it('is done before the unit of the job, which gets the answer', async () => {
    // given
    await addLetter();
    // when
    await app.work();
    // then
    expect(book.run).toEqual([{ payload: { to: 'yi' }, attempt: 1, reader: 'system' }]);
  });

  it('is tried again after a pause when it failed', async () => {
    // given
    book.fails = 1;
    await addLetter();
    await app.work();
    expect(book).toMatchObject({ sent: 1, run: [] });
    // when
    app.clock.advance({ seconds: 10 });
    await app.work();
    // then
    expect(book.run).toMatchObject([{ attempt: 2 }]);
  });

  it('keeps no other job waiting, however long the receiver takes', async () => {
    // given: more letters than a node takes at once, and a door that stays shut
    let open: () => void = () => undefined;
    book.door = new Promise((resolve) => (open = resolve));
    for (let count = 0; count < LETTERS; count += 1) await addLetter();
    await app.as('jia').run((tx) => app.jobs.add(tx, { type: 'post.count', payload: {} }));
    // when
    const sending = app.get(SendingRunner).runDue();
    while (book.sent === 0) await setImmediate();
    await app.get(JobRunner).runDue();
    // then
    expect([book.counted, book.run]).toEqual([1, []]);
    // when
    open();
    await sending;
    // then
    expect([book.sent, book.run.length]).toEqual([LETTERS, LETTERS]);
  });

  it('is not done by a node that has lost the job', async () => {
    // given
    const id = await addLetter();
    const leases = app.get(LeaseRepository);
    const lease = (owner: string) => app.as('jia').run((tx) => leases.extend(tx, 'engine_job', { id, owner, leaseMs: 20_000 }));
    await app.as('jia').run((tx) => leases.claim(tx, { table: 'engine_job' }, { owner: 'near', leaseMs: 20_000, limit: 1 }));
    // when
    const held = await Promise.all([lease('near'), lease('far')]);
    // then
    expect(held).toEqual([true, false]);
  });

  it('is told by an event with one id for all who hear it, and another for the next event', async () => {
    // given
    const knock = (at: string): Promise<void> => app.as('jia').run(async (tx) => tx.emit(knocked({ at })));
    // when
    await knock('front');
    await knock('back');
    await app.work();
    // then
    expect(new Set(book.first).size).toBe(2);
    expect(book.first.every((id) => typeof id === 'string' && id.length === 36)).toBe(true);
    expect([...book.second].sort()).toEqual([...book.first].sort());
  });
});
