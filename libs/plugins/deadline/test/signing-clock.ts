import type { Class, EventSubscriber, RequestContext, Tx, WorkflowEvent } from '@fashen/plugin-api';
import { definePlugin } from '@fashen/plugin-api';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { bundledYears, CalendarLibrary } from '@fashen/plugins/calendar/model';
import { calendarPlugin } from '@fashen/plugins/calendar/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { bundledPeriods, PeriodLibrary } from '@fashen/plugins/deadline/model';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { createTestApp, FixedClock, ProcessDriver, type TestApp } from '@fashen/testing';
import { deadlinePlugin } from '../server';

const model = (key: string, sign: string, term: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0"
  xmlns:approval="urn:fashen:approval:1.0" xmlns:deadline="urn:fashen:deadline:1.0"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="urn:test">
  <bpmn:process id="${key}" name="会签" isExecutable="true">
    <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="Sign"/>
    <bpmn:userTask id="Sign" name="会签"><bpmn:extensionElements>
      <assignment:assignment kind="person" value="bing ding wu"/><approval:sign ${sign}/><deadline:term ${term}/>
    </bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="Sign" targetRef="g"/><bpmn:exclusiveGateway id="g" default="f4"/>
    <bpmn:sequenceFlow id="f3" sourceRef="g" targetRef="After">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">Sign.result = "passed"</bpmn:conditionExpression>
    </bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="f4" sourceRef="g" targetRef="Again"/>
    <bpmn:userTask id="After" name="承办"><bpmn:extensionElements><assignment:assignment kind="starter"/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:userTask id="Again" name="重拟"><bpmn:extensionElements><assignment:assignment kind="starter"/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="f5" sourceRef="After" targetRef="e"/><bpmn:sequenceFlow id="f6" sourceRef="Again" targetRef="e"/>
    <bpmn:endEvent id="e"/>
  </bpmn:process>
</bpmn:definitions>`;

/** What the tests do over the endpoints of approval. */
interface SignDesk {
  agree(context: RequestContext, taskId: string, query: object, body: object): Promise<unknown>;
  delegate(context: RequestContext, taskId: string, query: object, body: object): Promise<unknown>;
  advise(context: RequestContext, taskId: string, query: object, body: object): Promise<unknown>;
  takeBack(context: RequestContext, taskId: string, query: object, body: object): Promise<unknown>;
}
const signDesk = approvalPlugin.controllers?.find(({ name }) => name === 'ApprovalController') as Class<SignDesk>;

const heard: WorkflowEvent[] = [];

/** Keeps what is told. */
class Listener implements EventSubscriber {
  readonly event = '*';
  readonly when = 'inTransaction';

  handle(_tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    heard.push(...events);
    return Promise.resolve();
  }
}
const NO_TEXTS = { errors: {}, ui: {}, modeler: {}, lint: {} };
const listener = definePlugin({ id: 'listener', subscribers: [Listener], messages: { 'zh-CN': NO_TEXTS, en: NO_TEXTS } });

/** The sample bureau on Tuesday, 22 September 2026, where 丙, 丁 and 戊 sign together under a clock. */
export class SigningClock {
  private count = 0;

  private constructor(readonly app: TestApp) {}

  static async open(): Promise<SigningClock> {
    heard.length = 0;
    const plugins = [directoryPlugin, formPlugin, assignmentPlugin, caseFilePlugin, calendarPlugin];
    const clock = new FixedClock(new Date('2026-09-22T09:00:00+08:00'));
    const app = await createTestApp({ plugins: [...plugins, approvalPlugin, deadlinePlugin, listener], clock });
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await app.get(PersonRegistry).addUnit(tx, unit);
      for (const person of sampleBureau.persons) await app.get(PersonRegistry).addPerson(tx, person);
      await app.get(CalendarLibrary).publishMissing(tx, bundledYears, '首版');
      await app.get(PeriodLibrary).publishMissing(tx, bundledPeriods, '首版');
    });
    return new SigningClock(app);
  }

  /** A case at the step, signed as `sign` says, with the term `term`. */
  async at(sign: string, term: string): Promise<ProcessDriver> {
    const key = `sign-clock-${(this.count += 1)}`;
    await this.app.publish(model(key, sign, term));
    return ProcessDriver.start(this.app, { definitionKey: key, as: 'jia' });
  }

  async until(moment: string): Promise<void> {
    this.app.clock.set(new Date(moment));
    await this.app.work();
  }

  /** The person votes, asks or takes the vote back. */
  async act(driver: ProcessDriver, person: string, act: keyof SignDesk, body: object): Promise<unknown> {
    const own = (await driver.tasks()).filter(({ assigneeId, kind }) => assigneeId === person && kind !== 'VISIT');
    return this.app.get(signDesk)[act](await this.app.as(person).context(), own.at(-1)?.id ?? '', {}, body);
  }

  /** Due days of the open seats by person, in the bureau's time. */
  async dueDays(driver: ProcessDriver): Promise<Readonly<Record<string, string | undefined>>> {
    const open = (await driver.tasks()).filter(({ kind, state }) => kind === 'SEAT' && state === 'ASSIGNED');
    return Object.fromEntries(
      open.map(({ assigneeId = '', dueAt }) => [assigneeId, dueAt && new Date(dueAt.getTime() + 28_800_000).toISOString().slice(0, 10)]),
    );
  }

  /** Payloads of what was told. */
  told(name: string): readonly WorkflowEvent['payload'][] {
    return heard.filter((event) => event.name === name).map(({ payload }) => payload);
  }
}
