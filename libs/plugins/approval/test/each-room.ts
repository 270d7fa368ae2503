import type { InstanceView, JsonObject, TaskView } from '@fashen/plugin-api';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { FormLibrary, SharedForms } from '@fashen/plugins/form/model';
import { FormController, formPlugin } from '@fashen/plugins/form/server';
import { recordPlugin } from '@fashen/plugins/record/server';
import { createTestApp, ProcessDriver, type TestApp } from '@fashen/testing';

const drawing = (key: string, sign: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0"
  xmlns:approval="urn:fashen:approval:1.0" xmlns:form="urn:fashen:form:1.0" targetNamespace="urn:test">
  <bpmn:process id="${key}" name="逐人填写" isExecutable="true">
    <bpmn:startEvent id="s"/><bpmn:sequenceFlow id="f1" sourceRef="s" targetRef="Say"/>
    <bpmn:userTask id="Say" name="逐人填写"><bpmn:extensionElements><assignment:assignment kind="field" value="people"/><form:binding form="say"/><approval:sign mode="each" ${sign}/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="f2" sourceRef="Say" targetRef="After"/>
    <bpmn:userTask id="After" name="承办"><bpmn:extensionElements><assignment:assignment kind="starter"/></bpmn:extensionElements></bpmn:userTask>
    <bpmn:sequenceFlow id="f3" sourceRef="After" targetRef="e"/><bpmn:endEvent id="e"/>
  </bpmn:process>
</bpmn:definitions>`;

/** Answers that fit the form of the step. */
export const said = (text: string): JsonObject => ({ say: { text } });

/** An app with the sample bureau and a form, and words to fill it in together. */
export class EachRoom {
  private constructor(public app: TestApp) {}

  static async open(): Promise<EachRoom> {
    const app = await createTestApp({
      plugins: [directoryPlugin, formPlugin, caseFilePlugin, assignmentPlugin, approvalPlugin, recordPlugin],
    });
    const registry = app.get(PersonRegistry);
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
    });
    const room = new EachRoom(app);
    await room.publishForm(100);
    return room;
  }

  /** The form of the step, with room for so many characters. */
  async publishForm(maxLength: number): Promise<void> {
    const text = { type: 'textfield', key: 'say.text', label: '意见', validate: { required: true, maxLength } };
    const schema = { type: 'default' as const, id: 'say', components: [text] };
    await this.app.as('modeler').run((tx) => this.app.get(FormLibrary).publish(tx, { schema, reason: '样例' }));
  }

  /** Drawings by what is special about them. */
  private readonly drawn = new Map<string, string>();

  /** A case at a step that these people fill in. */
  async at(sign: string, people: readonly string[] = ['bing', 'ding', 'wu']): Promise<ProcessDriver> {
    const key = this.drawn.get(sign) ?? `each-${this.drawn.size}`;
    if (!this.drawn.has(sign)) await this.app.publish(drawing(key, sign));
    this.drawn.set(sign, key);
    return ProcessDriver.start(this.app, { definitionKey: key, variables: { people: [...people] } });
  }

  /** The open task of a person. */
  async taskOf(driver: ProcessDriver, person: string): Promise<TaskView> {
    const task = (await driver.tasks()).find(({ state, assigneeId }) => state === 'ASSIGNED' && assigneeId === person);
    if (!task) throw new Error(`${person} has no open task`);
    return task;
  }

  /** Somebody fills in their own part, or the given one. */
  async say(driver: ProcessDriver, person: string, data: JsonObject, task?: TaskView): Promise<InstanceView | undefined> {
    const own = task ?? (await this.taskOf(driver, person));
    return this.app.as(person).run((tx) => this.app.get(SharedForms).submit(tx, own, { data }));
  }

  /** The same over the border, with a key of the client's or as a rehearsal. */
  async send(person: string, taskId: string, data: JsonObject, more: { key?: string; dryRun?: boolean } = {}): Promise<unknown> {
    const context = await this.app.as(person).context();
    const { key, dryRun = false } = more;
    const promised = key === undefined ? context : { ...context, idempotency: { key, fingerprint: JSON.stringify(data) } };
    return this.app.get(FormController).submit(promised, taskId, { data: data as never }, { dryRun });
  }

  /** Open tasks by holder, with kind. */
  async open(driver: ProcessDriver): Promise<readonly string[]> {
    const open = (await driver.tasks()).filter(({ state }) => state === 'ASSIGNED');
    return open.map(({ assigneeId, kind, nodeId }) => `${assigneeId} ${nodeId} ${kind}`).sort();
  }
}
