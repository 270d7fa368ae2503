import type { Operated, WorkflowPlugin } from '@fashen/plugin-api';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { createTestApp, ProcessDriver, type TestApp } from '@fashen/testing';
import type { ControlRequestReply } from '../model';
import { caseControlPlugin } from '../server';
import { ControlController } from '../server/control.controller';
import type { ControlReply } from '../server/control.service';

/** A user task for one person, with more extensions. */
export function step(id: string, inside = '', personId = 'jia'): string {
  const performer = `<assignment:assignment kind="person" value="${personId}"/>`;
  return `<userTask id="${id}" name="${id}"><extensionElements>${performer}${inside}</extensionElements></userTask>`;
}

/** A process whose steps follow each other: `processOf('p', [['A', step('A')]])`. */
export function processOf(key: string, steps: readonly (readonly [string, string])[]): string {
  const ids = ['s', ...steps.map(([id]) => id), 'e'];
  const flows = ids.slice(1).map((id, at) => `<sequenceFlow id="f_${ids[at]}_${id}" sourceRef="${ids[at]}" targetRef="${id}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0"
  xmlns:case-control="urn:fashen:case-control:1.0" xmlns:form="urn:fashen:form:1.0" xmlns:opinion="urn:fashen:opinion:1.0" id="d" targetNamespace="urn:test">
  <process id="${key}" name="${key}" isExecutable="true"><startEvent id="s"/>${steps.map(([, text]) => text).join('')}<endEvent id="e"/>
  ${flows.join('')}</process></definitions>`;
}

export const BATCH = '<case-control:batch allowed="true"/>';
export const STATUTORY = '<case-control:control statutory="true"/>';

/** The sample bureau with the control of cases. */
export class ControlBureau {
  private constructor(public app: TestApp) {}

  static async open(more: readonly WorkflowPlugin[] = []): Promise<ControlBureau> {
    const plugins = [directoryPlugin, formPlugin, caseFilePlugin, assignmentPlugin, caseControlPlugin, ...more];
    const app = await createTestApp({ plugins });
    const registry = app.get(PersonRegistry);
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
    });
    return new ControlBureau(app);
  }

  start(definitionKey: string, definitionId?: string): Promise<ProcessDriver> {
    return ProcessDriver.start(this.app, { definitionKey, ...(definitionId && { definitionId }) });
  }

  /** Suspends, resumes or terminates over the controller. */
  async order(who: string, caseId: string, action: 'suspend' | 'resume' | 'terminate', dryRun = false): Promise<Operated<ControlReply>> {
    const context = await this.app.as(who).context();
    return this.app.get(ControlController)[action](context, caseId, { reason: '另案调查' }, { dryRun });
  }

  async confirm(who: string, requestId = ''): Promise<Operated<ControlReply>> {
    return this.app.get(ControlController).confirm(await this.app.as(who).context(), requestId, {});
  }

  async refuse(who: string, requestId: string): Promise<void> {
    return this.app.get(ControlController).refuse(await this.app.as(who).context(), requestId);
  }

  async requests(who: string, caseId: string): Promise<readonly ControlRequestReply[]> {
    return this.app.get(ControlController).requests(await this.app.as(who).context(), caseId);
  }

  /** The server dies and comes back. */
  async restart(): Promise<void> {
    this.app = await this.app.restart();
  }
}
