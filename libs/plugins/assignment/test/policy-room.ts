import type { JsonObject, LintFinding, TaskView, WorkflowEvent } from '@fashen/plugin-api';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { addBureau, PersonRegistry, sampleBureau, type PersonChange } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { FormLibrary, publicationBody } from '@fashen/plugins/form/model';
import { createTestApp, FixedClock, ProcessDriver, type TestApp } from '@fashen/testing';
import { watchPlugin, watched } from './watch-plugin';

/** Attributes of the assignment of a step. */
export type Settings = Readonly<Record<string, string>>;

const NOW = new Date('2026-11-22T09:00:00+08:00');

/** The sample bureau with whoever leads it, and processes of one line that are drawn as they are needed. */
export class PolicyRoom {
  private count = 0;

  private constructor(readonly app: TestApp) {}

  static async open(): Promise<PolicyRoom> {
    const plugins = [directoryPlugin, formPlugin, caseFilePlugin, assignmentPlugin, approvalPlugin, watchPlugin];
    const app = await createTestApp({ plugins, clock: new FixedClock(NOW) });
    await app.as('setup').run((tx) => addBureau(tx, app.get(PersonRegistry), sampleBureau));
    return new PolicyRoom(app);
  }

  /** Findings about a process of these steps, errors only. */
  async findings(steps: readonly Settings[]): Promise<readonly string[]> {
    const found: readonly LintFinding[] = await this.app.definitions.check(lineOf('checked', steps));
    return found.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
  }

  /** A case of `jia` in a process of these steps, one after the other: `S1`, `S2`, ... */
  async start(steps: readonly Settings[], variables: JsonObject = {}, starter = 'jia'): Promise<ProcessDriver> {
    return this.startOf(await this.publish(steps), variables, starter);
  }

  /** A process of these steps; answers its key. */
  async publish(steps: readonly Settings[]): Promise<string> {
    const definitionKey = `line-${(this.count += 1)}`;
    await this.app.publish(lineOf(definitionKey, steps));
    return definitionKey;
  }

  startOf(definitionKey: string, variables: JsonObject = {}, starter = 'jia'): Promise<ProcessDriver> {
    watched.length = 0;
    return ProcessDriver.start(this.app, { definitionKey, variables, as: starter });
  }

  /** What stands against publishing a process of these steps: `error assignment.person-left S1`. */
  async inspect(steps: readonly Settings[]): Promise<readonly string[]> {
    const found = await this.app.as('ren').read((tx) => this.app.definitions.inspect(tx, lineOf('inspected', steps)));
    return found
      .filter(({ rule }) => !rule.includes('bpmnlint'))
      .map(({ severity, rule, elementId }) => `${severity} ${rule} ${elementId ?? ''}`);
  }

  /** Who holds the open work, or may claim it: `S1@wu`, `S1?role:operator`. */
  async open(driver: ProcessDriver): Promise<readonly string[]> {
    const open = (await driver.tasks()).filter(({ state, mark }) => (state === 'READY' || state === 'ASSIGNED') && mark !== 'seats');
    return open.map(whoHas).sort();
  }

  change(personId: string, change: PersonChange): Promise<unknown> {
    return this.app.as('yin').run((tx) => this.app.get(PersonRegistry).changePerson(tx, personId, change));
  }

  /** Publishes a form of one field. */
  publishForm(id: string, isRequired: boolean): Promise<unknown> {
    const field = { type: 'textfield', key: 'note', label: '备注', validate: { required: isRequired } };
    const body = publicationBody.parse({ schema: { type: 'default', id, components: [field] }, reason: '测试' });
    return this.app.as('ren').run((tx) => this.app.get(FormLibrary).publish(tx, body));
  }

  /** Sends the case back to a step that was done. */
  async back(driver: ProcessDriver, who: string, nodeId: string): Promise<void> {
    this.app.clock.advance({ minutes: 1 });
    const { instanceId } = driver;
    await this.app.as(who).run(async (tx) => {
      const visits = await this.app.moves.visits(tx, instanceId);
      const reopen = visits.filter((visit) => visit.nodeId === nodeId && visit.endedBy !== undefined).map(({ executionId }) => executionId);
      await this.app.moves.back(tx, { instanceId, reopen: reopen.slice(-1), cause: 'return' });
    });
    this.app.clock.advance({ minutes: 1 });
  }

  /** What this plugin has told of the case last started, by name. */
  told(name: string): readonly WorkflowEvent['payload'][] {
    return watched.filter((event) => event.name === `assignment.${name}`).map(({ payload }) => payload);
  }
}

const whoHas = ({ nodeId, assigneeId, candidates }: TaskView): string =>
  assigneeId === undefined ? `${nodeId}?${[...candidates].sort().join(' ')}` : `${nodeId}@${assigneeId}`;

function lineOf(id: string, steps: readonly Settings[]): string {
  const ids = steps.map((_step, index) => `S${index + 1}`);
  const tasks = steps.map((settings, index) => stepOf(ids[index] ?? '', settings));
  const way = ['s', ...ids, 'e'];
  const flows = way.slice(1).map((to, index) => `<sequenceFlow id="f${index}" sourceRef="${way[index] ?? ''}" targetRef="${to}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0"
 xmlns:approval="urn:fashen:approval:1.0" xmlns:form="urn:fashen:form:1.0" id="d_${id}" targetNamespace="urn:fashen:test">
<process id="${id}" name="${id}" isExecutable="true"><startEvent id="s"/>${tasks.join('')}<endEvent id="e"/>${flows.join('')}</process></definitions>`;
}

/** `sign` and `form` are extensions of their own; everything else is an attribute of the assignment. */
function stepOf(id: string, { sign, form, ...settings }: Settings): string {
  const attributes = Object.entries(settings).map(
    ([name, value]) => `${name}="${value.replaceAll('"', '&quot;').replaceAll('<', '&lt;')}"`,
  );
  const others = [sign ? `<approval:sign mode="${sign}"/>` : '', form ? `<form:binding form="${form}"/>` : ''].join('');
  return `<userTask id="${id}" name="环节${id}"><extensionElements><assignment:assignment ${attributes.join(' ')}/>${others}</extensionElements></userTask>`;
}
