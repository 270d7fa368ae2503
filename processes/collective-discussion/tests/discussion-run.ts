import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWorkflowError, type JsonObject } from '@fashen/plugin-api';
import { createTestApp, FixedClock, ProcessDriver, type TestApp } from '@fashen/testing';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { bundledYears, CalendarLibrary } from '@fashen/plugins/calendar/model';
import { calendarPlugin } from '@fashen/plugins/calendar/server';
import { bundledPeriods, PeriodLibrary } from '@fashen/plugins/deadline/model';
import { deadlinePlugin } from '@fashen/plugins/deadline/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { DecisionLibrary } from '@fashen/plugins/decision-rule/model';
import { decisionRulePlugin } from '@fashen/plugins/decision-rule/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { FormLibrary, formSchema, SharedForms } from '@fashen/plugins/form/model';
import { formPlugin } from '@fashen/plugins/form/server';
import { bundledParameterSets, ParameterSets } from '@fashen/plugins/legal-review/model';
import { legalReviewPlugin } from '@fashen/plugins/legal-review/server';
import { discussionPlugin } from '@fashen/plugins/discussion/server';
import { recordPlugin } from '@fashen/plugins/record/server';

const FOLDER = join(__dirname, '..');
/** Catalog, hearing threshold and figures are those of the ordinary procedure: one bureau has one list. */
const COMMON = join(FOLDER, '../penalty-ordinary');

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');
const filesIn = (folder: string, extension: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .map((name) => read(folder, name));

/** The sample bureau with a collective discussion published, and a small case that calls it and one parameter set in force. */
export async function bureauWith(parameterSet: string, at: string): Promise<TestApp> {
  const plugins = [
    ...[directoryPlugin, assignmentPlugin, caseFilePlugin, recordPlugin, decisionRulePlugin],
    ...[formPlugin, approvalPlugin, calendarPlugin, deadlinePlugin, legalReviewPlugin, discussionPlugin],
  ];
  const app = await createTestApp({ plugins, clock: new FixedClock(new Date(at)) });
  await app.as('setup').run(async (tx) => {
    for (const unit of sampleBureau.units) await app.get(PersonRegistry).addUnit(tx, unit);
    for (const person of sampleBureau.persons) await app.get(PersonRegistry).addPerson(tx, person);
    await app.get(CalendarLibrary).publishMissing(tx, bundledYears, '首版');
    await app.get(PeriodLibrary).publishMissing(tx, bundledPeriods, '首版');
    const bundled = bundledParameterSets.parse(JSON.parse(read(COMMON, 'rules/parameter-sets.json')));
    await app.get(ParameterSets).publishMissing(tx, bundled, '首版');
    if (bundled.active !== parameterSet) await app.get(ParameterSets).activate(tx, { code: parameterSet, reason: '本局标准' });
  });
  await app.as('ren').run(async (tx) => {
    const rules = [COMMON, FOLDER].flatMap((folder) => filesIn(join(folder, 'rules'), '.dmn'));
    for (const xml of rules) await app.get(DecisionLibrary).publish(tx, { xml, reason: '首版' });
    for (const text of filesIn(join(FOLDER, 'forms'), '.form')) {
      await app.get(FormLibrary).publish(tx, { schema: formSchema.parse(JSON.parse(text)), reason: '首版' });
    }
  });
  await app.publish(read(FOLDER, 'collective-discussion.bpmn'));
  await app.publish(read(__dirname, 'small-caller.bpmn'));
  return app;
}

/** This process as it was drawn before its heads had seats: each has a visit of the step, one after another. */
export function drawnWithVisits(): string {
  const loop = (heads: string): string =>
    `<bpmn:multiInstanceLoopCharacteristics isSequential="true" engine:collection="= ${heads}" engine:itemVariable="head" /></bpmn:userTask>`;
  const one = '<assignment:assignment kind="field" value="head" duty="none" />';
  const [view, sign] = ['meeting.present[item != meeting.presiding]', 'meeting.present'];
  return read(FOLDER, 'collective-discussion.bpmn')
    .replace('xmlns:approval', 'xmlns:engine="urn:fashen:engine:1.0" xmlns:approval')
    .replace(`<assignment:assignment kind="feel" expression="= ${view}" duty="none" />`, one)
    .replace('<assignment:assignment kind="field" value="meeting.present" duty="none" />', one)
    .replaceAll(/<approval:sign [^>]*>/g, '')
    .replace(/(id="giveView".*?)<\/bpmn:userTask>/s, (_whole, inside: string) => inside + loop(view))
    .replace(/(id="signMinutes".*?)<\/bpmn:userTask>/s, (_whole, inside: string) => inside + loop(sign));
}

/** A small case with its meeting open: drafted, held against the catalog, told; then it calls the discussion. */
export class DiscussedCase {
  private constructor(
    readonly caller: ProcessDriver,
    readonly meeting: ProcessDriver,
  ) {}

  /** `notice` and `statement` say what the party was told and answered; a waiver unless given. */
  static async open(app: TestApp, fine: number, told: JsonObject = {}): Promise<DiscussedCase> {
    const variables = { party: { name: '测试人三', type: 'CITIZEN' }, officers: { lead: 'jia', co: 'yi' } };
    const caller = await ProcessDriver.start(app, { definitionKey: 'small-caller', as: 'jia', variables });
    await caller.act('jia', 'draftIt', { output: { draft: { proposal: 'PENALTY', kinds: ['FINE'], fine } } });
    const notice = { served: true, servedOn: '2026-11-05', windowEndsOn: '2026-11-12', fine, kinds: ['FINE'], hearingRightTold: true };
    const statement = { kind: 'WAIVER', receivedOn: '2026-11-05' };
    await caller.act('jia', 'tellIt', { output: { notice, statement, ...told } });
    const { businessKey } = await caller.instance();
    const { items } = await app.as('ji').read((tx) => app.instances.list(tx, { text: `${businessKey}/` }));
    return new DiscussedCase(caller, ProcessDriver.of(app, items[0]?.id ?? ''));
  }

  /** Views of all, the conclusion, minutes and signatures. */
  async hold(stance: string, conclusion: string): Promise<void> {
    await this.upToTheSignatures(stance, conclusion);
    for (const head of ['wu', 'ji']) await this.says(head, 'signMinutes', { minutesSignature: { signed: true } });
  }

  /** Views of all, the conclusion and minutes. */
  async upToTheSignatures(stance = 'AGREE', conclusion = 'AGREE'): Promise<void> {
    const { meeting } = this;
    await meeting.act('ji', 'convene', { output: called() });
    await this.says('wu', 'giveView', { view: { stance, reason: '分管负责人的理由' } });
    await meeting.act('ji', 'conclude', { output: { discussion: { conclusion, reason: '主要负责人的理由' } } });
    await meeting.act('ding', 'minutes', { output: minutes });
  }

  /** One head fills in their own part of a step, or that of another head. */
  async says(head: string, nodeId: string, data: JsonObject, holder = head): Promise<void> {
    const { app } = this.meeting;
    const task = (await this.meeting.tasks()).find((one) => one.nodeId === nodeId && one.state === 'ASSIGNED' && one.assigneeId === holder);
    if (!task) throw new Error(`${holder} has no part in ${nodeId} now`);
    await app.as(head).run((tx) => app.get(SharedForms).submit(tx, task, { data }));
  }

  /** Heads whose turn it is at a step. */
  async turns(nodeId: string): Promise<readonly string[]> {
    const open = (await this.meeting.tasks()).filter((one) => one.nodeId === nodeId && one.state === 'ASSIGNED');
    return open.flatMap(({ assigneeId }) => (assigneeId === undefined ? [] : [assigneeId])).sort();
  }
}

/** The meeting as it is called, with differences. */
export const called = (over: JsonObject = {}): JsonObject => ({
  meeting: {
    number: '〔2026〕第8次',
    startedOn: '2026-11-05',
    startedAt: '九时',
    place: '会议室',
    presiding: 'ji',
    present: ['wu', 'ji'],
    recorder: 'ding',
    ...over,
  },
});

/** Minutes with every field. */
export const minutes: JsonObject = {
  minutes: {
    facts: '事实',
    evidence: '证据',
    law: '依据',
    benchmark: '基准',
    defence: '无',
    review: '同意',
    endedAt: '十时',
  },
};

/** The code with which an act is refused. Fails when it is not refused. */
export async function refusalOf(act: Promise<unknown>): Promise<string> {
  try {
    await act;
  } catch (error) {
    if (isWorkflowError(error)) return error.code;
    throw error;
  }
  throw new Error('the act was not refused');
}
