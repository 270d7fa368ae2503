import type { JsonObject, OperateMode, Operated, TaskView } from '@fashen/plugin-api';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { recordPlugin } from '@fashen/plugins/record/server';
import { createTestApp, ProcessDriver, type TestApp } from '@fashen/testing';
import { ApprovalController } from '../server/approval.controller';

const MODEL = (sign: string, assignment: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0"
  xmlns:approval="urn:fashen:approval:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="urn:test">
  <bpmn:process id="KEY" name="会签" isExecutable="true">
    <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="Sign"/>
    <bpmn:userTask id="Sign" name="会签"><bpmn:extensionElements>${assignment}${sign}</bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="Sign" targetRef="g"/>
    <bpmn:exclusiveGateway id="g" default="f4"/>
    <bpmn:sequenceFlow id="f3" sourceRef="g" targetRef="After"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">Sign.result = "passed"</bpmn:conditionExpression></bpmn:sequenceFlow>
    <bpmn:sequenceFlow id="f4" sourceRef="g" targetRef="no"/>
    <bpmn:userTask id="After" name="承办"><bpmn:extensionElements><assignment:assignment kind="starter"/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="f5" sourceRef="After" targetRef="e"/>
    <bpmn:endEvent id="e"/><bpmn:endEvent id="no"/>
  </bpmn:process>
</bpmn:definitions>`;

/** The acts of the controller by name. */
export type Act = Exclude<keyof ApprovalController, 'board'>;

/** An app with the sample bureau, and words to sign in it. */
export class SigningRoom {
  private constructor(public app: TestApp) {}

  static async open(): Promise<SigningRoom> {
    const app = await createTestApp({
      plugins: [directoryPlugin, formPlugin, caseFilePlugin, assignmentPlugin, approvalPlugin, recordPlugin],
    });
    const registry = app.get(PersonRegistry);
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
    });
    return new SigningRoom(app);
  }

  private count = 0;

  /** Starts a case at a step with these settings; by default three people sign, and without `sign` one person holds it. */
  async at(
    sign: JsonObject | undefined,
    assignment = '<assignment:assignment kind="person" value="bing ding wu"/>',
  ): Promise<ProcessDriver> {
    const key = `sign-${(this.count += 1)}`;
    const attributes = Object.entries(sign ?? {}).map(([name, value]) => `${name}="${String(value)}"`);
    await this.app.publish(MODEL(sign ? `<approval:sign ${attributes.join(' ')}/>` : '', assignment).replace('KEY', key));
    return ProcessDriver.start(this.app, { definitionKey: key });
  }

  async taskOf(driver: ProcessDriver, person: string): Promise<TaskView> {
    const task = (await driver.tasks()).filter(({ state }) => state === 'ASSIGNED').find(({ assigneeId }) => assigneeId === person);
    if (!task) throw new Error(`${person} has no open task`);
    return task;
  }

  /** Somebody acts on their own open task, or on the given one. */
  async act(
    driver: ProcessDriver,
    person: string,
    act: Act,
    more: { body?: object; taskId?: string; mode?: OperateMode } = {},
  ): Promise<Operated<unknown>> {
    const { body = {}, taskId = (await this.taskOf(driver, person)).id, mode = { dryRun: false } } = more;
    const controller = this.app.get(ApprovalController);
    const method = controller[act].bind(controller) as (
      context: unknown,
      taskId: string,
      query: OperateMode,
      body: object,
    ) => Promise<Operated<unknown>>;
    const isVote = ['agree', 'object', 'abstain'].includes(act);
    return method(
      await this.app.as(person).context(),
      taskId,
      mode,
      isVote ? { opinion: act === 'object' ? '依据不足' : '', ...body } : body,
    );
  }

  /** Open tasks by holder, with kind. */
  async open(driver: ProcessDriver): Promise<readonly string[]> {
    const open = (await driver.tasks()).filter(({ state }) => state === 'ASSIGNED');
    return open.map(({ assigneeId, kind, nodeId }) => `${assigneeId} ${nodeId} ${kind}`).sort();
  }

  async result(driver: ProcessDriver): Promise<unknown> {
    return (await driver.instance()).variables['Sign'];
  }
}
