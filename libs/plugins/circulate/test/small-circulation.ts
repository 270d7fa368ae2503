import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Operated, RequestContext, TaskView } from '@fashen/plugin-api';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { circulatePlugin } from '@fashen/plugins/circulate/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { recordPlugin } from '@fashen/plugins/record/server';
import { createTestApp, FixedClock, type TestApp } from '@fashen/testing';
import type { CirculationReply, CommentReply, CopyReply, SentReply } from '../model';
import { CirculateController } from '../server/circulate.controller';
import { ReaderController } from '../server/reader.controller';
import { UrgingController } from '../server/urging.controller';

const NOW = new Date('2026-11-22T09:00:00+08:00');

/** One app with the sample bureau and the process of `circulate.bpmn`, and words to act in it. */
export class SmallCirculation {
  private constructor(readonly app: TestApp) {}

  static async open(config: Record<string, unknown> = {}): Promise<SmallCirculation> {
    const plugins = [directoryPlugin, formPlugin, caseFilePlugin, assignmentPlugin, recordPlugin, circulatePlugin];
    const app = await createTestApp({ plugins, clock: new FixedClock(NOW), config });
    const registry = app.get(PersonRegistry);
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
    });
    await app.publish(await readFile(join(__dirname, 'circulate.bpmn'), 'utf8'));
    return new SmallCirculation(app);
  }

  private count = 0;

  /** A case of jia, with the draft open. */
  async start(): Promise<string> {
    const businessKey = `传-${(this.count += 1)}`;
    const variables = { officers: { lead: 'jia', co: 'yi' } };
    const started = await this.app
      .as('jia')
      .run((tx) => this.app.instances.start(tx, { definitionKey: 'small-circulation', businessKey, title: '占道经营', variables }));
    return started.id;
  }

  async openTask(caseId: string): Promise<TaskView> {
    const tasks = await this.app.as('setup').read((tx) => this.app.tasks.ofInstance(tx, caseId));
    const open = tasks.find(({ state }) => state === 'READY' || state === 'ASSIGNED');
    if (!open) throw new Error(`nothing is open in ${caseId}`);
    return open;
  }

  async end(who: string, caseId: string): Promise<void> {
    const { id } = await this.openTask(caseId);
    await this.app.as(who).run((tx) => this.app.tasks.complete(tx, id, {}));
  }

  context(who: string): Promise<RequestContext> {
    return this.app.as(who).context();
  }

  private get controller(): CirculateController {
    return this.app.get(CirculateController);
  }

  get urging(): UrgingController {
    return this.app.get(UrgingController);
  }

  async send(who: string, caseId: string, body: { personIds?: string[]; roles?: string[]; reason?: string }): Promise<Operated<SentReply>> {
    return this.controller.copy(await this.context(who), caseId, { personIds: [], roles: [], ...body }, {});
  }

  async rehearse(who: string, caseId: string, personIds: string[]): Promise<Operated<SentReply>> {
    return this.controller.copy(await this.context(who), caseId, { personIds, roles: [] }, { dryRun: true });
  }

  async circulate(who: string, caseId: string, ...personIds: string[]): Promise<Operated<SentReply>> {
    return this.controller.circulate(await this.context(who), caseId, { personIds, roles: [] }, {});
  }

  async show(who: string, caseId: string): Promise<CirculationReply> {
    return this.controller.show(await this.context(who), caseId);
  }

  async read(who: string, caseId: string): Promise<{ readonly readAt: number }> {
    return this.app.get(ReaderController).read(await this.context(who), caseId);
  }

  async comment(who: string, caseId: string, text: string): Promise<CommentReply> {
    return this.app.get(ReaderController).comment(await this.context(who), caseId, { text });
  }

  async withdraw(who: string, caseId: string, readerId: string): Promise<unknown> {
    const copy = (await this.show(who, caseId)).receipts.find(({ personId }) => personId === readerId);
    return this.controller.withdraw(await this.context(who), caseId, copy?.id ?? '', {});
  }

  async inbox(who: string, view: 'unread' | 'read' = 'unread', limit = 50): Promise<readonly CopyReply[]> {
    return (await this.controller.list(await this.context(who), { view, limit })).items;
  }

  async unreadOf(who: string): Promise<number> {
    return (await this.controller.counts(await this.context(who))).unread;
  }

  /** Case ids of a person's unread copies, read page by page. */
  async pages(who: string, limit: number): Promise<readonly string[]> {
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page = await this.controller.list(await this.context(who), { view: 'unread', limit, ...(after !== undefined && { after }) });
      ids.push(...page.items.map((item) => item.instanceId));
      after = page.next;
    } while (after !== undefined);
    return ids;
  }
}
