import type { CompleteTask, InstanceView, JsonObject, StartInstance, TaskView } from '@fashen/plugin-api';
import type { TestApp } from './create-test-app';
import type { Span } from './test-clock';

/** What a driven case starts with. */
export interface DrivenStart extends Partial<StartInstance> {
  readonly definitionKey: string;
  /** Person who starts it. Default `jia`. */
  readonly as?: string;
}

/**
 * Drives one case through its process the way people do, without HTTP: act as somebody on the open task of a node, move the clock,
 * send a message, look where the case stands.
 */
export class ProcessDriver {
  private constructor(
    /** The app; replaced by `restart`. */
    public app: TestApp,
    readonly instanceId: string,
  ) {}

  /** Starts a case. Number and title are made up unless given. */
  static async start(app: TestApp, start: DrivenStart): Promise<ProcessDriver> {
    const { as = 'jia', ...rest } = start;
    const businessKey = rest.businessKey ?? `case-${Math.random().toString(36).slice(2)}`;
    const instance = await app.as(as).run((tx) => app.instances.start(tx, { title: businessKey, ...rest, businessKey }));
    return new ProcessDriver(app, instance.id);
  }

  /** Goes on with a case that exists. */
  static of(app: TestApp, instanceId: string): ProcessDriver {
    return new ProcessDriver(app, instanceId);
  }

  /** The case as it stands. */
  instance(): Promise<InstanceView> {
    return this.app.as('reader').read((tx) => this.app.instances.require(tx, this.instanceId));
  }

  /** Nodes that wait, sorted; repeated for each token. */
  async waiting(): Promise<readonly string[]> {
    const { waiting } = await this.instance();
    return waiting.map(({ nodeId }) => nodeId).sort();
  }

  /** All tasks of the case, oldest first. */
  tasks(): Promise<readonly TaskView[]> {
    return this.app.as('reader').read((tx) => this.app.tasks.ofInstance(tx, this.instanceId));
  }

  /** The open task of a node; several tokens there are told apart by `index`. Throws with what is open when there is none. */
  async openTask(nodeId: string, index = 0): Promise<TaskView> {
    const open = (await this.tasks()).filter(({ state }) => state === 'READY' || state === 'ASSIGNED');
    const task = open.filter((one) => one.nodeId === nodeId)[index];
    if (task) return task;
    throw new Error(`no open task at ${nodeId}; open: ${open.map((one) => one.nodeId).join(', ') || 'none'}`);
  }

  /** Somebody ends the open task of a node. Candidates claim it by that. */
  async act(personId: string, nodeId: string, completion: CompleteTask | JsonObject = {}): Promise<InstanceView> {
    const task = await this.openTask(nodeId);
    return this.app.as(personId).run((tx) => this.app.tasks.complete(tx, task.id, completionOf(completion)));
  }

  /** Moves the clock on and does everything that has fallen due. */
  async advance(span: Span): Promise<void> {
    this.app.clock.advance(span);
    await this.app.work();
  }

  /** Sends a message to the case. */
  async message(name: string, output: JsonObject = {}, personId = 'jia'): Promise<void> {
    await this.app.as(personId).run((tx) => this.app.instances.message(tx, { instanceId: this.instanceId, name, output }));
  }

  /** The server dies and comes back. */
  async restart(): Promise<void> {
    this.app = await this.app.restart();
  }
}

const COMPLETION_KEYS: ReadonlySet<string> = new Set(['output', 'outcome', 'expectedVersion', 'reason']);

/** Plain data is taken as output; an object with only `output`, `outcome`, `expectedVersion` and `reason` as it is. */
function completionOf(completion: CompleteTask | JsonObject): CompleteTask {
  const keys = Object.keys(completion);
  const isCompletion = keys.length > 0 && keys.every((key) => COMPLETION_KEYS.has(key));
  return isCompletion ? (completion as CompleteTask) : { output: completion as JsonObject };
}
