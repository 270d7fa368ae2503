import { type JsonObject, type Operated, principalsOf, type RequestContext, type TaskView } from '@fashen/plugin-api';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { type PersonChange, PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { createTestApp, FixedClock, ProcessDriver, type TestApp } from '@fashen/testing';
import type { CaseRework, MovedReply, NewDefect, ReturnBody, ReturnTarget } from '../model';
import { reworkPlugin } from '../server';
import { ReworkCaseController, ReworkTaskController } from '../server/rework.controller';
import { fileOf } from './drawing';
import { stagePlugin } from './stage-plugin';

const NOW = new Date('2026-11-22T09:00:00+08:00');
const REAL = { dryRun: false };

/** What a return of the tests may say besides its target. */
export type ReturnWords = Partial<Pick<ReturnBody, 'scope' | 'mode' | 'reason'>> & { readonly defects?: readonly NewDefect[] };

/** The sample bureau with some processes, and words to act in it over HTTP. */
export class Bureau {
  private constructor(public app: TestApp) {}

  static async open(models: Readonly<Record<string, string>>, withdrawal: Readonly<Record<string, string>> = {}): Promise<Bureau> {
    const plugins = [directoryPlugin, formPlugin, caseFilePlugin, assignmentPlugin, reworkPlugin, stagePlugin];
    const app = await createTestApp({ plugins, clock: new FixedClock(NOW) });
    const registry = app.get(PersonRegistry);
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
    });
    for (const [id, inside] of Object.entries(models)) await app.publish(fileOf(id, inside, withdrawal[id]));
    return new Bureau(app);
  }

  get tasks(): ReworkTaskController {
    return this.app.get(ReworkTaskController);
  }

  get cases(): ReworkCaseController {
    return this.app.get(ReworkCaseController);
  }

  /** A person with every right to read, and what else is said. */
  async as(who: string): Promise<RequestContext> {
    const context = await this.app.as(who).context();
    return { ...context, actor: { ...context.actor, permissions: [...context.actor.permissions, 'case.readAll'] } };
  }

  /** A case of this process on which these steps have been done, each by its holder. */
  async start(definitionKey: string, done: readonly string[] = [], variables: JsonObject = {}): Promise<ProcessDriver> {
    const driver = await ProcessDriver.start(this.app, { definitionKey, as: 'jia', variables });
    for (const nodeId of done) await this.act(driver, nodeId);
    return driver;
  }

  /** The holder of the open task of a step ends it. */
  async act(driver: ProcessDriver, nodeId: string, output: JsonObject = {}): Promise<void> {
    const task = await driver.openTask(nodeId);
    if (task.mark === 'seats') await this.app.as('jia').run((tx) => this.app.tasks.decide(tx, task.id, { output }));
    else await driver.act(await this.holderOf(task), nodeId, { output });
  }

  /** Who holds the task, or the first who may claim it. */
  async holderOf({ assigneeId, candidates }: TaskView): Promise<string> {
    if (assigneeId !== undefined) return assigneeId;
    for (const { id } of sampleBureau.persons) {
      const { actor } = await this.app.as(id).context();
      if (principalsOf(actor).some((principal) => candidates.includes(principal))) return id;
    }
    throw new Error('nobody may do it');
  }

  async targets(driver: ProcessDriver, nodeId: string, person?: string): Promise<readonly ReturnTarget[]> {
    const task = await this.taskOf(driver, nodeId, person);
    const who = await this.as(person ?? (await this.holderOf(task)));
    return (await this.tasks.returnTargets(who, task.id)).targets;
  }

  /** Offered targets by step, and the reason against the others. */
  async offers(driver: ProcessDriver, nodeId: string): Promise<Readonly<Record<string, string>>> {
    return Object.fromEntries((await this.targets(driver, nodeId)).map((target) => [target.nodeId, target.reason ?? 'offered']));
  }

  /** The holder of a step returns the case to another one. */
  async giveBack(
    driver: ProcessDriver,
    way: readonly [from: string, to: string],
    words: ReturnWords & { person?: string } = {},
  ): Promise<Operated<MovedReply>> {
    return this.sendBack(driver, way, words, false);
  }

  async sendBack(
    driver: ProcessDriver,
    [from, to]: readonly [string, string],
    words: ReturnWords & { person?: string },
    dryRun: boolean,
  ): Promise<Operated<MovedReply>> {
    const { person, ...rest } = words;
    const task = await this.taskOf(driver, from, person);
    const target = (await this.targets(driver, from, person)).find(({ nodeId }) => nodeId === to);
    if (!target) throw new Error(`${to} is no earlier step`);
    const who = await this.as(person ?? (await this.holderOf(task)));
    const { instanceId, executionId } = target;
    const body: ReturnBody = {
      scope: 'BRANCH_ONLY',
      reason: '材料不全',
      ...rest,
      defects: [...(rest.defects ?? [])],
      instanceId,
      executionId,
    };
    return this.tasks.giveBack(who, task.id, { dryRun }, body);
  }

  /** The holder of a returned step answers every defect and ends it. */
  async resubmit(driver: ProcessDriver, nodeId: string, output: JsonObject = {}): Promise<Operated<MovedReply>> {
    const task = await driver.openTask(nodeId);
    const { returns } = await this.rework(driver);
    const defects = returns.find(({ targetTaskId }) => targetTaskId === task.id)?.defects ?? [];
    const answers = defects.map(({ id }) => ({ defectId: id, isFixed: true, text: '已补' }));
    return this.tasks.resubmit(await this.as(await this.holderOf(task)), task.id, REAL, { answers, output });
  }

  /** The person who did a step takes that back. */
  async takeBack(driver: ProcessDriver, nodeId: string, dryRun = false): Promise<Operated<MovedReply>> {
    const done = (await driver.tasks()).filter((task) => task.nodeId === nodeId && task.state === 'DONE' && task.kind === 'VISIT').at(-1);
    if (!done) throw new Error(`${nodeId} was not done`);
    return this.tasks.takeBack(await this.as(done.endedBy ?? ''), done.id, { dryRun }, { reason: '有误' });
  }

  async rework(driver: ProcessDriver, who = 'jia'): Promise<CaseRework> {
    return this.cases.rework(await this.as(who), driver.instanceId);
  }

  /** A case by its id. */
  of(instanceId: string): ProcessDriver {
    return ProcessDriver.of(this.app, instanceId);
  }

  /** A person leaves the bureau, or comes back. */
  async leave(personId: string, hasLeft = true): Promise<void> {
    await this.change(personId, { active: !hasLeft });
  }

  async change(personId: string, change: PersonChange): Promise<void> {
    await this.app.as('setup').run((tx) => this.app.get(PersonRegistry).changePerson(tx, personId, change));
  }

  /** The server dies and comes back. */
  async restart(driver: ProcessDriver): Promise<void> {
    await driver.restart();
    this.app = driver.app;
  }

  private async taskOf(driver: ProcessDriver, nodeId: string, person: string | undefined): Promise<TaskView> {
    if (person === undefined) return driver.openTask(nodeId);
    const tasks = await driver.tasks();
    const own = tasks.find((task) => task.nodeId === nodeId && task.state === 'ASSIGNED' && task.assigneeId === person);
    return own ?? driver.openTask(nodeId);
  }
}

/** The code with which an operation is refused, and what it says. */
export async function refusalOf(work: Promise<unknown>): Promise<{ readonly code: string; readonly params: JsonObject }> {
  try {
    await work;
  } catch (error) {
    return error as { code: string; params: JsonObject };
  }
  throw new Error('it was not refused');
}
