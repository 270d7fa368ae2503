import type { Actor, Class, InstanceView, JsonObject, RequestContext, TaskView, WorkflowPlugin } from '@fashen/plugin-api';
import type { InboxCounts, InboxPage, InboxTask, InboxView, TaskDetail } from '@fashen/plugins/assignment/model';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { deputyPlugin } from '@fashen/plugins/deputy/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { recordPlugin } from '@fashen/plugins/record/server';
import { createTestApp, type TestApp } from '@fashen/testing';
import type { NewRule, NewRuleReply } from '../model';
import { ActingService } from '../server/acting.service';
import { DeputyController } from '../server/deputy.controller';

/** What the tests read over the endpoints of the inbox. */
interface InboxDesk {
  list(context: RequestContext, query: { view: InboxView }): Promise<InboxPage>;
  counts(context: RequestContext): Promise<InboxCounts>;
  detail(context: RequestContext, taskId: string): Promise<TaskDetail>;
}
const inboxDesk = assignmentPlugin.controllers?.find(({ name }) => name === 'AssignmentController') as Class<InboxDesk>;

const step = (id: string, field: string, duty: string): string =>
  `<userTask id="${id}" name="${id}"><extensionElements><assignment:assignment kind="field" value="${field}" duty="${duty}"/></extensionElements></userTask>`;
const flow = (from: string, to: string): string => `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}"/>`;

const drawing = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0" id="D" targetNamespace="t">
<process id="desk" name="desk" isExecutable="true"><startEvent id="s"/>${step('plain', 'who.plain', 'none')}${step('review', 'who.review', 'review')}
${step('last', 'who.last', 'none')}<endEvent id="e"/>${flow('s', 'plain')}${flow('plain', 'review')}${flow('review', 'last')}${flow('last', 'e')}</process></definitions>`;

const people = [
  // A reviewer of another unit, and one who has investigated.
  { id: 'you', name: '酉样例', unitId: 'squad-2', roles: ['legal-reviewer'], posts: [], certificates: [] },
];

/** Who does the steps of a case. */
export interface Cast {
  readonly plain?: string;
  readonly review?: string;
  readonly last?: string;
  readonly starter?: string;
  readonly officers?: readonly [string, string];
}

/** The sample bureau with deputies, one process of three steps, and words to act in it. */
export class DeputyDesk {
  private count = 0;
  private readonly started: string[] = [];

  private constructor(public app: TestApp) {}

  static async open(more: readonly WorkflowPlugin[] = []): Promise<DeputyDesk> {
    const plugins = [directoryPlugin, formPlugin, caseFilePlugin, assignmentPlugin, recordPlugin, deputyPlugin, ...more];
    const app = await createTestApp({ plugins });
    const registry = app.get(PersonRegistry);
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of [...sampleBureau.persons, ...people]) await registry.addPerson(tx, person);
    });
    await app.publish(drawing);
    return new DeputyDesk(app);
  }

  get deputies(): DeputyController {
    return this.app.get(DeputyController);
  }

  async start(cast: Cast = {}): Promise<InstanceView> {
    const { plain = 'bing', review = 'bing', last = 'bing', starter = 'jia', officers = ['jia', 'yi'] } = cast;
    return this.begin('desk', starter, { who: { plain, review, last }, officers: { lead: officers[0], co: officers[1] } });
  }

  /** A case of another process. */
  async begin(definitionKey: string, starter = 'jia', variables: JsonObject = {}): Promise<InstanceView> {
    const businessKey = `desk-${(this.count += 1)}`;
    const started = await this.app
      .as(starter)
      .run((tx) => this.app.instances.start(tx, { definitionKey, businessKey, title: businessKey, variables }));
    this.started.push(started.id);
    return started;
  }

  async task(caseId: string, nodeId: string): Promise<TaskView> {
    const tasks = await this.app.as('setup').read((tx) => this.app.tasks.ofInstance(tx, caseId));
    const task = tasks.filter((one) => one.nodeId === nodeId).at(-1);
    if (!task) throw new Error(`no task at ${nodeId}`);
    return task;
  }

  /** A rule from now on for some days. */
  async rule(principalId: string, deputyId: string, more: Partial<NewRule> & { readonly days?: number } = {}): Promise<NewRuleReply> {
    const { days = 3, ...rest } = more;
    const from = this.app.clock.now().getTime();
    const [fromAt, toAt] = [new Date(from).toISOString(), new Date(from + days * 86_400_000).toISOString()];
    const body = { deputyId, fromAt, toAt, processes: [], nodes: [], mode: 'SHARE' as const, reason: '出差', ...rest };
    return this.deputies.add(await this.app.as(principalId).context(), body);
  }

  async endRule(principalId: string, ruleId: string): Promise<void> {
    await this.deputies.end(await this.app.as(principalId).context(), ruleId, { reason: '提前回来' });
  }

  /** Ends every rule that is open, so that the next test begins without. */
  async endAllRules(): Promise<void> {
    for (const { id } of sampleBureau.persons) {
      const { items } = await this.deputies.list(await this.app.as(id).context(), {});
      for (const rule of items) if (rule.principalId === id && ['active', 'planned'].includes(rule.state)) await this.endRule(id, rule.id);
    }
  }

  /** Ends every rule and every case. */
  async endAll(): Promise<void> {
    await this.endAllRules();
    for (const id of this.started.splice(0))
      await this.app.as('setup').run(async (tx) => {
        if ((await this.app.instances.require(tx, id)).status === 'RUNNING') await this.app.instances.terminate(tx, id, 'over');
      });
  }

  /** Somebody leaves the bureau. */
  leave(personId: string): Promise<unknown> {
    return this.app.as('yin').run((tx) => this.app.get(PersonRegistry).changePerson(tx, personId, { active: false }));
  }

  come(personId: string): Promise<unknown> {
    return this.app.as('yin').run((tx) => this.app.get(PersonRegistry).changePerson(tx, personId, { active: true }));
  }

  /** The deputy as the border makes him from the header. */
  async acting(deputyId: string, principalId: string): Promise<Actor> {
    const { actor } = await this.app.as(deputyId).context();
    const onBehalfOf = await this.app.as(deputyId).read((tx) => this.app.get(ActingService).require(tx, deputyId, principalId));
    return { ...actor, onBehalfOf };
  }

  /** A list of somebody's inbox. */
  async inbox(who: string | Actor, view: InboxView): Promise<readonly InboxTask[]> {
    const context = await this.app.as(who).context();
    return (await this.app.get(inboxDesk).list(context, { view })).items;
  }

  async counts(who: string | Actor): Promise<InboxCounts> {
    return this.app.get(inboxDesk).counts(await this.app.as(who).context());
  }

  async detail(who: string | Actor, taskId: string): Promise<TaskDetail> {
    return this.app.get(inboxDesk).detail(await this.app.as(who).context(), taskId);
  }

  /** Somebody ends the task of a step. */
  async end(who: string | Actor, caseId: string, nodeId: string): Promise<InstanceView> {
    const { id } = await this.task(caseId, nodeId);
    return this.app.as(who).run((tx) => this.app.tasks.complete(tx, id, {}));
  }
}
