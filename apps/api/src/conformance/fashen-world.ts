import type { Answer, CaseOperation, EngineWorld, Inbox, Notice, SingleOperation, TaskOperation, World } from '@fashen/conformance';
import { PersonRegistry } from '@fashen/plugins/directory/model';
import { answerOf, textAt, valueAt } from './answers';
import type { Cast } from './cast';
import { caseRequestOf } from './case-requests';
import { CaseView } from './case-view';
import { armCrash } from './crash.plugin';
import { Desk } from './desk';
import type { RunningEngine } from './conformance-node';
import { KitClient } from './kit-client';
import { Lookups } from './lookups';
import { addPeople } from './people';
import type { TaskRequest } from './task-requests';
import { noticesInWords, type StoredNotice } from './notice-words';
import { Publisher } from './publisher';
import { TimeTables } from './time-tables';
import { WorldActs } from './world-acts';

/** What a world is made of. */
export interface WorldParts {
  readonly world: World;
  readonly cast: Cast;
  readonly adapter: RunningEngine;
}

const done: Answer = { kind: 'done' };

/** One world of the kit in this product. */
export class FashenWorld implements EngineWorld {
  private readonly desk: Desk;
  private readonly client: KitClient;
  private readonly tables: TimeTables;
  private readonly publisher: Publisher;
  private readonly lookups: Lookups;
  private readonly acts: WorldActs;
  private readonly view: CaseView;

  private constructor(private readonly parts: WorldParts) {
    const { cast, adapter } = parts;
    this.desk = new Desk(adapter);
    this.client = new KitClient(() => adapter.node);
    this.tables = new TimeTables(this.client, cast);
    this.publisher = new Publisher(this.desk, cast, this.tables);
    this.lookups = new Lookups(this.desk, this.client, cast);
    this.acts = new WorldActs({ desk: this.desk, client: this.client, cast, lookups: this.lookups, publisher: this.publisher });
    this.view = new CaseView(this.desk, this.client, cast, this.publisher.results);
  }

  static async open(parts: WorldParts): Promise<FashenWorld> {
    const opened = new FashenWorld(parts);
    await addPeople(opened.desk, parts);
    await opened.tables.publishYear(parts.world.calendar);
    return opened;
  }

  async perform(operation: SingleOperation): Promise<Answer> {
    switch (operation.op) {
      case 'deploy':
        return this.publisher.publish(operation.model);
      case 'restart':
        await this.parts.adapter.restart();
        return done;
      case 'advance':
        return this.advance(operation);
      case 'crash':
        return this.crash(operation.act);
      case 'actFor':
        return this.onTask({ ...operation.act, by: operation.principal }, operation.by);
      default:
        return this.performByPeople(operation);
    }
  }

  async state(caseName?: string): ReturnType<EngineWorld['state']> {
    await this.parts.adapter.node.work();
    return this.view.state(this.lookups.caseId(caseName));
  }

  /** Turns all pages, and asks for the number beside the list. */
  async inbox(person: string): Promise<Inbox> {
    await this.parts.adapter.node.work();
    const personId = this.parts.cast.idOf(person);
    let listed = 0;
    let after = '';
    do {
      const { body } = await this.client.get(personId, `tasks?view=assigned${after}`);
      listed += (valueAt(body, 'items') as readonly unknown[]).length;
      const next = textAt(body, 'next');
      after = next === undefined ? '' : `&after=${encodeURIComponent(next)}`;
    } while (after !== '');
    const { body } = await this.client.get(personId, 'tasks/counts');
    return { listed, counted: Number(valueAt(body, 'assigned')) };
  }

  async notices(person: string): Promise<readonly Notice[]> {
    await this.parts.adapter.node.work();
    const { body } = await this.client.get(this.parts.cast.idOf(person), 'notifications?limit=200');
    return noticesInWords((valueAt(body, 'items') ?? []) as readonly StoredNotice[]);
  }

  /** The people of this world leave, so that no later one meets them. */
  async close(): Promise<void> {
    const { cast } = this.parts;
    await this.desk.run(async (tx) => {
      for (const { id } of cast.people) await this.desk.get(PersonRegistry).changePerson(tx, cast.idOf(id), { active: false, roles: [] });
    });
  }

  private async performByPeople(
    operation: Exclude<SingleOperation, { op: 'deploy' | 'restart' | 'advance' | 'crash' | 'actFor' }>,
  ): Promise<Answer> {
    if ('node' in operation && operation.op !== 'batchAgree') return this.onTask(operation);
    if ('by' in operation && isOnCase(operation)) return this.onCase(operation);
    return this.acts.perform(operation as Parameters<WorldActs['perform']>[0]);
  }

  /** `deputy`: the person who does it in the name of `by`. */
  private async onTask(operation: TaskOperation, deputy?: string): Promise<Answer> {
    const { cast } = this.parts;
    const requests = await this.lookups.taskRequests(operation);
    if (!Array.isArray(requests)) return requests as Answer;
    const key = 'key' in operation && operation.key !== undefined ? `${operation.key}-${cast.suffix}` : undefined;
    const principal = deputy === undefined ? undefined : cast.idOf(operation.by);
    let answer: Answer = done;
    for (const { path, body } of requests as readonly TaskRequest[]) {
      const reply = await this.client.post(cast.idOf(deputy ?? operation.by), path, { body, key, principal });
      answer = answerOf(reply, (personId) => cast.nameOf(personId));
      if (answer.kind !== 'done') return answer;
    }
    return operation.op === 'resubmit' && answer.kind === 'done' ? { ...answer, told: await this.lookups.toldAfter(operation) } : answer;
  }

  private async onCase(operation: CaseOperation): Promise<Answer> {
    const { cast } = this.parts;
    const request = caseRequestOf(operation, cast) ?? (await this.lookups.caseRequest(operation));
    if (!request) return this.acts.changeCase(operation);
    const reply = await this.client.post(cast.idOf(operation.by), `cases/${this.lookups.caseId(operation.case)}/${request.path}`, request);
    return answerOf(reply, (personId) => cast.nameOf(personId));
  }

  private async advance({ days, hours, down }: Extract<SingleOperation, { op: 'advance' }>): Promise<Answer> {
    const { adapter } = this.parts;
    const move = (): void => adapter.clock.advance({ days, hours });
    if (down) await adapter.wakeTwice(move);
    else move();
    await adapter.node.work();
    return done;
  }

  /** The act must have met the death, or it was not tried at all. */
  private async crash(act: TaskOperation): Promise<Answer> {
    armCrash(true);
    try {
      const answer = await this.onTask(act).catch((error: unknown) => String(error));
      if (typeof answer !== 'string') return { kind: 'unsupported', why: 'the engine did not die in the middle of the act' };
    } finally {
      armCrash(false);
    }
    await this.parts.adapter.restart();
    return done;
  }
}

const ON_CASE: ReadonlySet<string> = new Set(
  'withdraw cc circulate readCopy comment jump suspend resume terminate setData message migrate'.split(' '),
);

const isOnCase = (operation: SingleOperation): operation is CaseOperation => ON_CASE.has(operation.op);
