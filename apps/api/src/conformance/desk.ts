import {
  type Actor,
  Directory,
  Instances,
  type InstanceView,
  Moves,
  type RequestContext,
  systemActor,
  Tasks,
  type TaskView,
  type Tx,
  UnitOfWork,
} from '@fashen/plugin-api';
import { newId } from '@fashen/database';
import type { RunningEngine } from './conformance-node';

/** What the adapter looks up or sets up behind the border, through the ports of the contract. */
export class Desk {
  /** Processes that are called by others. */
  readonly calledKeys = new Set<string>();

  constructor(private readonly adapter: RunningEngine) {}

  get<T>(port: abstract new (...args: never[]) => T): T {
    return this.adapter.node.app.get<T>(port, { strict: false });
  }

  run<T>(work: (tx: Tx) => Promise<T>, actor: Actor = systemActor): Promise<T> {
    return this.get(UnitOfWork).run(this.contextOf(actor), work);
  }

  read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.get(UnitOfWork).read(this.contextOf(systemActor), work);
  }

  actor(personId: string): Promise<Actor | undefined> {
    return this.read((tx) => this.get(Directory).actor(tx, personId));
  }

  instance(instanceId: string): Promise<InstanceView> {
    return this.read((tx) => this.get(Instances).require(tx, instanceId));
  }

  /** The case and the cases it has called, itself first. */
  async family(instanceId: string): Promise<readonly InstanceView[]> {
    const own = await this.instance(instanceId);
    const called = await this.read((tx) => this.calledBy(tx, own));
    const families = await Promise.all(called.map((child) => this.family(child)));
    return [own, ...families.flat()];
  }

  /** All tasks of the case and of those it has called, oldest first. */
  async tasks(instanceId: string): Promise<readonly TaskView[]> {
    const family = await this.family(instanceId);
    const tasks = await this.read((tx) => Promise.all(family.map(({ id }) => this.get(Tasks).ofInstance(tx, id))));
    return tasks.flat().sort((one, other) => one.createdAt.getTime() - other.createdAt.getTime());
  }

  /** Executions of the visits that still count; `undefined` where the engine cannot say, as for a case that has ended. */
  async counting(instanceId: string): Promise<ReadonlySet<string> | undefined> {
    try {
      const visits = await this.run((tx) => this.get(Moves).visits(tx, instanceId));
      return new Set(visits.map(({ executionId }) => executionId));
    } catch {
      return undefined;
    }
  }

  private async calledBy(tx: Tx, own: InstanceView): Promise<readonly string[]> {
    const found: string[] = [];
    for (const definitionKey of this.calledKeys) {
      const { items } = await this.get(Instances).list(tx, { definitionKey, limit: 200 });
      for (const { id } of items) if ((await this.get(Instances).parentOf(tx, id))?.instanceId === own.id) found.push(id);
    }
    return found;
  }

  private contextOf(actor: Actor): RequestContext {
    return { actor, now: this.adapter.clock.now(), locale: 'en', requestId: newId() };
  }
}
