import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { isWorkflowError, type JsonObject } from '@fashen/plugin-api';
import { createTestApp, FixedClock, ProcessDriver, type TestApp } from '@fashen/testing';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { bundledYears, CalendarLibrary } from '@fashen/plugins/calendar/model';
import { calendarPlugin } from '@fashen/plugins/calendar/server';
import { bundledPeriods, PeriodLibrary } from '@fashen/plugins/deadline/model';
import { deadlinePlugin } from '@fashen/plugins/deadline/server';
import { caseControlPlugin } from '@fashen/plugins/case-control/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { DecisionLibrary } from '@fashen/plugins/decision-rule/model';
import { decisionRulePlugin } from '@fashen/plugins/decision-rule/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { FormLibrary, formSchema } from '@fashen/plugins/form/model';
import { formPlugin } from '@fashen/plugins/form/server';
import { bundledParameterSets, ParameterSets } from '@fashen/plugins/legal-review/model';
import { legalReviewPlugin } from '@fashen/plugins/legal-review/server';
import { discussionPlugin } from '@fashen/plugins/discussion/server';
import { penaltyExecutionPlugin } from '@fashen/plugins/penalty-execution/server';
import { recordPlugin } from '@fashen/plugins/record/server';
import { summaryPlugin } from '@fashen/plugins/summary/server';

const FOLDER = join(__dirname, '..');
/** Catalog, hearing threshold and figures are those of the ordinary procedure: one bureau has one list. */
const COMMON = join(FOLDER, '../penalty-ordinary');

/** This procedure, the one a case may turn into, and what that one calls. */
const FOLDERS = [...['collective-discussion', 'hearing'].map((name) => join(FOLDER, '..', name)), COMMON, FOLDER];

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');
const filesIn = (folder: string, extension: string): readonly string[] =>
  (existsSync(folder) ? readdirSync(folder) : []).filter((name) => name.endsWith(extension)).map((name) => read(folder, name));

/** The sample bureau with the summary procedure published and one parameter set in force. */
export async function bureauWith(parameterSet: string, at: string): Promise<TestApp> {
  const plugins = [
    ...[directoryPlugin, assignmentPlugin, caseFilePlugin, recordPlugin, decisionRulePlugin],
    ...[formPlugin, calendarPlugin, deadlinePlugin, legalReviewPlugin, summaryPlugin],
    ...[approvalPlugin, discussionPlugin, penaltyExecutionPlugin, caseControlPlugin],
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
    const rules = FOLDERS.flatMap((folder) => filesIn(join(folder, 'rules'), '.dmn'));
    for (const xml of rules) await app.get(DecisionLibrary).publish(tx, { xml, reason: '首版' });
    for (const text of FOLDERS.flatMap((folder) => filesIn(join(folder, 'forms'), '.form'))) {
      await app.get(FormLibrary).publish(tx, { schema: formSchema.parse(JSON.parse(text)), reason: '首版' });
    }
  });
  for (const folder of FOLDERS) await app.publish(read(folder, `${basename(folder)}.bpmn`));
  return app;
}

/** The usual answers of each step. */
export const answers = {
  siteFind: (fine: number, over: { site?: JsonObject; draft?: JsonObject } = {}): JsonObject => ({
    site: { certificateShown: true, evidence: '现场照片', factsCertain: true, collectionReason: 'NONE', ...over.site },
    draft: {
      proposal: 'PENALTY',
      procedure: 'SUMMARY',
      kinds: ['FINE'],
      fine,
      legalBasis: '城市市容和环境卫生管理条例第三十四条',
      facts: '随地丢弃烟蒂',
      ...over.draft,
    },
  }),
  confirmSite: { site: { coAgrees: true } },
  tell: (over: JsonObject = {}): JsonObject => ({ telling: { told: true, mode: 'ORAL', heard: true, answer: 'NONE', ...over } }),
  decideOnSite: (over: JsonObject = {}): JsonObject => ({
    decision: {
      number: '样城简罚〔2026〕1号',
      remedy: 'RECONSIDERATION_FIRST',
      handedOn: '2026-11-05',
      handedMode: 'SIGNED',
      ...over,
    },
  }),
  collect: { collection: { receipt: '样-0001', amount: 50, collectedOn: '2026-11-05' } },
  handIn: { handIn: { on: '2026-11-09', receiver: '财务' } },
  report: { report: { on: '2026-11-06', text: '决定书存根' } },
  awaitPayment: { payment: { paidOn: '2026-11-10', receipt: '样-0002' } },
  archive: { archive: { complete: true } },
  toOrdinary: { ordinary: { reason: '超出限度', on: '2026-11-05' }, case: { source: 'PATROL' } },
} as const;

/** Starts a case found on the street by the officers jia and yi. */
export function found(app: TestApp, type: string, party: JsonObject = {}): Promise<ProcessDriver> {
  const variables = {
    party: { name: '测试人一', type, ...party },
    case: { cause: '随地丢弃烟蒂', conduct: '样例行为', conductDate: '2026-11-05', place: '样例路' },
    officers: { lead: 'jia', co: 'yi' },
  };
  return ProcessDriver.start(app, { definitionKey: 'penalty-summary', as: 'jia', variables });
}

/** Site and confirmation, up to what the limits say. */
export async function judgedOnSite(run: ProcessDriver, site: JsonObject): Promise<void> {
  await run.act('jia', 'siteFind', { output: site });
  await run.act('yi', 'confirmSite', { output: answers.confirmSite });
}

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
