import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JsonObject, WorkflowPlugin } from '@fashen/plugin-api';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { notificationPlugin } from '@fashen/plugins/notification/server';
import { createTestApp, FixedClock, ProcessDriver, type TestApp } from '@fashen/testing';
import { MAILED_AT_FIRST, type NoticeSettings, type NoticeView } from '../model';
import { NoticeController } from '../server/notice.controller';

const BY_DAY = new Date('2026-11-23T10:00:00+08:00');

/** One app with the sample bureau, the process of `two-steps.bpmn` and notices. */
export class NoticeBureau {
  private constructor(readonly app: TestApp) {}

  static async open(settings: JsonObject = {}, now = BY_DAY, more: readonly WorkflowPlugin[] = []): Promise<NoticeBureau> {
    const plugins = [directoryPlugin, formPlugin, caseFilePlugin, assignmentPlugin, notificationPlugin, ...more];
    const app = await createTestApp({ plugins, clock: new FixedClock(now), config: { notification: settings } });
    const registry = app.get(PersonRegistry);
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
    });
    await app.publish(await readFile(join(__dirname, 'two-steps.bpmn'), 'utf8'));
    return new NoticeBureau(app);
  }

  /** A case that waits for a reviewer. */
  start(title = '占道经营'): Promise<ProcessDriver> {
    return ProcessDriver.start(this.app, { definitionKey: 'two-steps', title, businessKey: `案-${title}`, variables: { decider: 'wu' } });
  }

  async noticesOf(personId: string): Promise<readonly NoticeView[]> {
    return (await this.app.get(NoticeController).list(await this.app.as(personId).context(), {})).items;
  }

  async choose(personId: string, settings: Partial<NoticeSettings>): Promise<void> {
    const all = { mailAddress: `${personId}@bureau.example`, mailKinds: [...MAILED_AT_FIRST], quiet: null, urgentBreaksThrough: false };
    await this.app.get(NoticeController).replaceSettings(await this.app.as(personId).context(), { ...all, ...settings });
  }
}
