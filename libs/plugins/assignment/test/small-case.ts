import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstanceView, JsonObject, TaskView } from '@fashen/plugin-api';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { createTestApp, FixedClock, type TestApp } from '@fashen/testing';

/** The day after the review in the acceptance cases. */
const NOW = new Date('2026-11-22T09:00:00+08:00');

const extraPeople = [
  {
    id: 'du',
    name: '独样例',
    unitId: 'legal',
    roles: ['legal-reviewer'],
    posts: [],
    certificates: [
      { kind: 'enforcement' as const, number: '样执-0010', validFrom: '2024-01-01' },
      { kind: 'legal-profession' as const, number: '样法-0010', validFrom: '2018-09-01' },
    ],
  },
  { id: 'xin2', name: '辛二样例', unitId: 'squad-1', roles: ['unit-head'], posts: [], certificates: [] },
  {
    id: 'chen',
    name: '辰样例',
    unitId: 'squad-1',
    roles: ['handling-officer'],
    posts: [],
    certificates: [{ kind: 'enforcement' as const, number: '样执-0009', validFrom: '2023-09-01', validTo: '2026-09-01' }],
  },
];

/** One app with the sample bureau and the process of `assignment.bpmn`, and words to act in it. */
export class SmallCase {
  private constructor(readonly app: TestApp) {}

  static async open(): Promise<SmallCase> {
    const plugins = [directoryPlugin, formPlugin, caseFilePlugin, assignmentPlugin];
    const app = await createTestApp({ plugins, clock: new FixedClock(NOW) });
    const registry = app.get(PersonRegistry);
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of [...sampleBureau.persons, ...extraPeople]) await registry.addPerson(tx, person);
    });
    await app.publish(await readFile(join(__dirname, 'assignment.bpmn'), 'utf8'));
    return new SmallCase(app);
  }

  private count = 0;

  start(variables: JsonObject = {}, starter = 'jia'): Promise<InstanceView> {
    const businessKey = `案-${(this.count += 1)}`;
    const data = { officers: { lead: 'jia', co: 'yi' }, decider: 'wu', review: { code: 'PASS' }, ...variables };
    return this.app
      .as(starter)
      .run((tx) => this.app.instances.start(tx, { definitionKey: 'small-penalty', businessKey, title: '占道经营', variables: data }));
  }

  async tasks(caseId: string): Promise<readonly TaskView[]> {
    return this.app.as('setup').read((tx) => this.app.tasks.ofInstance(tx, caseId));
  }

  /** The open task of a step. */
  async stepOf(caseId: string, nodeId: string): Promise<TaskView> {
    const open = (await this.tasks(caseId)).filter(
      (task) => task.nodeId === nodeId && (task.state === 'READY' || task.state === 'ASSIGNED'),
    );
    if (!open[0]) throw new Error(`step ${nodeId} is not open`);
    return open[0];
  }

  /** Ends a step, claiming it on the way where it is offered. */
  async end(who: string, caseId: string, nodeId: string, output: JsonObject = {}): Promise<InstanceView> {
    const task = await this.stepOf(caseId, nodeId);
    return this.app.as(who).run((tx) => this.app.tasks.complete(tx, task.id, { output }));
  }

  /** Brings a case to a step by the usual people. */
  async bringTo(nodeId: 'approve' | 'review' | 'confirm' | 'decide' | 'publish', variables: JsonObject = {}): Promise<string> {
    const { id } = await this.start(variables);
    const steps = [
      ['jia', 'investigate', 'approve'],
      ['xin', 'approve', 'review'],
      ['bing', 'review', 'confirm'],
      ['bing', 'confirm', 'decide'],
      ['wu', 'decide', 'publish'],
    ] as const;
    for (const [who, step, next] of steps) {
      await this.end(who, id, step);
      if (next === nodeId) return id;
    }
    return id;
  }
}
