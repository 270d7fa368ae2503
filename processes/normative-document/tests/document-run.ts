import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@fashen/plugin-api';
import { createTestApp, FixedClock, ProcessDriver, type TestApp } from '@fashen/testing';
import { type Choice, SignDesk } from '@fashen/plugins/approval/model';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { bundledYears, CalendarLibrary } from '@fashen/plugins/calendar/model';
import { calendarPlugin } from '@fashen/plugins/calendar/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { circulatePlugin } from '@fashen/plugins/circulate/server';
import { bundledPeriods, PeriodLibrary } from '@fashen/plugins/deadline/model';
import { deadlinePlugin } from '@fashen/plugins/deadline/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { FormLibrary, formSchema } from '@fashen/plugins/form/model';
import { formPlugin } from '@fashen/plugins/form/server';
import { recordPlugin } from '@fashen/plugins/record/server';
import { reworkPlugin } from '@fashen/plugins/rework/server';

const FOLDER = join(__dirname, '..');
const PLUGINS = [
  ...[directoryPlugin, formPlugin, caseFilePlugin, assignmentPlugin, recordPlugin, calendarPlugin],
  ...[deadlinePlugin, approvalPlugin, reworkPlugin, circulatePlugin],
];

/** Who countersigns in these cases: the head of the squad, the head of the legal section, the office. */
export const CONSULTED = ['xin', 'ding', 'gui'] as const;

const read = (...path: readonly string[]): string => readFileSync(join(FOLDER, ...path), 'utf8');

/** The sample bureau with this process published. */
export async function bureau(): Promise<TestApp> {
  const app = await createTestApp({ plugins: PLUGINS, clock: new FixedClock(new Date('2026-09-14T09:00:00+08:00')) });
  await app.as('setup').run(async (tx) => {
    for (const unit of sampleBureau.units) await app.get(PersonRegistry).addUnit(tx, unit);
    for (const person of sampleBureau.persons) await app.get(PersonRegistry).addPerson(tx, person);
    await app.get(CalendarLibrary).publishMissing(tx, bundledYears, '首版');
    await app.get(PeriodLibrary).publishMissing(tx, bundledPeriods, '首版');
  });
  await app.as('ren').run(async (tx) => {
    for (const name of readdirSync(join(FOLDER, 'forms'))) {
      await app.get(FormLibrary).publish(tx, { schema: formSchema.parse(JSON.parse(read('forms', name))), reason: '首版' });
    }
  });
  await app.publish(read('normative-document.bpmn'));
  return app;
}

/** The usual answers of the steps. */
export const answers = {
  draft: (over: JsonObject = {}): JsonObject => ({
    document: { text: '第一条……', basis: '城镇容貌相关法规', heard: '已征求意见', fairness: true, fairnessResult: '不涉及', ...over },
  }),
  review: (over: JsonObject = {}): JsonObject => ({
    review: {
      ...{ power: true, noNewPower: true, noBurden: true, market: true, procedure: true },
      ...{ opinion: '内容合法', verdict: 'PASSED', ...over },
    },
  }),
  issue: { document: { number: '样城管规〔2026〕1号', issuedOn: '2026-09-21' } },
  publish: { document: { publishedOn: '2026-09-22', publishedAt: '门户网站', filing: '已报送' } },
} as const;

/** One document on its way. */
export class DocumentRun {
  private constructor(
    readonly app: TestApp,
    readonly driver: ProcessDriver,
  ) {}

  static async start(app: TestApp): Promise<DocumentRun> {
    const variables = { document: { name: '样例办法', purpose: '规范管理' }, consulted: { people: [...CONSULTED] } };
    return new DocumentRun(app, await ProcessDriver.start(app, { definitionKey: 'normative-document', as: 'jia', variables }));
  }

  /** Drafted, and countersigned by two of three. */
  async upToReview(): Promise<this> {
    await this.driver.act('jia', 'draft', { output: answers.draft() });
    await this.vote('xin', 'agree');
    await this.vote('ding', 'agree');
    return this;
  }

  /** Reviewed as lawful. */
  async upToDeliberation(): Promise<this> {
    await this.upToReview();
    await this.driver.act('bing', 'review', { output: answers.review() });
    return this;
  }

  /** Somebody votes on the open task they hold. */
  async vote(person: string, choice: Choice, opinion = '不同意的理由'): Promise<void> {
    const held = (await this.driver.tasks()).find(({ assigneeId, state }) => assigneeId === person && state === 'ASSIGNED');
    if (!held) throw new Error(`${person} holds nothing`);
    await this.app.as(person).run((tx) => this.app.get(SignDesk).vote(tx, held.id, choice, { opinion: choice === 'agree' ? '' : opinion }));
  }

  waiting(): Promise<readonly string[]> {
    return this.driver.waiting();
  }
}
