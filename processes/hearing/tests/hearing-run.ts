import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isWorkflowError, type JsonObject } from '@fashen/plugin-api';
import { createTestApp, FixedClock, ProcessDriver, type TestApp } from '@fashen/testing';
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
import { FormLibrary, formSchema } from '@fashen/plugins/form/model';
import { formPlugin } from '@fashen/plugins/form/server';
import { bundledParameterSets, ParameterSets } from '@fashen/plugins/legal-review/model';
import { legalReviewPlugin } from '@fashen/plugins/legal-review/server';
import { recordPlugin } from '@fashen/plugins/record/server';

const FOLDER = join(__dirname, '..');
/** Catalog, hearing threshold and figures are those of the ordinary procedure: one bureau has one list. */
const COMMON = join(FOLDER, '../penalty-ordinary');

const read = (...path: readonly string[]): string => readFileSync(join(...path), 'utf8');
const filesIn = (folder: string, extension: string): readonly string[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(extension))
    .map((name) => read(folder, name));

/** The sample bureau with the hearing published and one parameter set in force. */
export async function bureauWith(parameterSet: string, at: string): Promise<TestApp> {
  const plugins = [
    ...[directoryPlugin, assignmentPlugin, caseFilePlugin, recordPlugin, decisionRulePlugin],
    ...[formPlugin, calendarPlugin, deadlinePlugin, legalReviewPlugin],
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
    for (const xml of filesIn(join(COMMON, 'rules'), '.dmn')) await app.get(DecisionLibrary).publish(tx, { xml, reason: '首版' });
    for (const text of filesIn(join(FOLDER, 'forms'), '.form')) {
      await app.get(FormLibrary).publish(tx, { schema: formSchema.parse(JSON.parse(text)), reason: '首版' });
    }
  });
  await app.publish(read(FOLDER, 'hearing.bpmn'));
  return app;
}

/** Told on 12 October 2026, requested on the 16th: the acceptance case of the building waste. */
export function requested(app: TestApp, notice: JsonObject = {}): Promise<ProcessDriver> {
  const variables = {
    party: { name: '样例土石方有限公司', type: 'ORGANISATION' },
    officers: { lead: 'jia', co: 'yi' },
    draft: { proposal: 'PENALTY', kinds: ['FINE'], fine: 300_000 },
    notice: { served: true, servedOn: '2026-10-12', windowEndsOn: '2026-10-19', fine: 300_000, hearingRightTold: true, ...notice },
    statement: { kind: 'HEARING', receivedOn: '2026-10-16' },
  };
  return ProcessDriver.start(app, { definitionKey: 'hearing', as: 'jia', variables });
}

/** The usual answers of each step. */
export const answers = {
  examineRequest: (over: JsonObject = {}): JsonObject => ({
    hearing: { request: { receivedOn: '2026-10-16', text: '申请听证', accepted: true, ...over } },
  }),
  tellRejected: { hearing: { result: 'REJECTED_LATE', rejection: { servedOn: '2026-10-21', reason: '逾期' } } },
  schedule: (over: JsonObject = {}): JsonObject => ({
    hearing: {
      chair: 'ding',
      clerk: 'gui',
      noticeServedOn: '2026-10-20',
      date: '2026-10-30',
      time: '上午九时',
      place: '会议室',
      public: true,
      ...over,
    },
  }),
  held: {
    session: { outcome: 'HELD' },
    hearing: { heldOn: '2026-10-30', result: 'HELD', attendance: '当事人及代理人一人' },
  },
  waived: { session: { outcome: 'WAIVED', reason: '无正当理由缺席' } },
  postponed: { session: { outcome: 'POSTPONED', reason: '代理人突发疾病' } },
  record: { hearing: { record: { text: '笔录要点', signing: 'SIGNED', media: true } } },
  report: (over: JsonObject = {}): JsonObject => ({
    hearing: {
      result: 'HELD',
      item: '随意倾倒建筑垃圾',
      participants: '丁样例主持',
      unitView: '事实清楚',
      partyView: '数量不符',
      report: '建议重新核实数量',
      reportSigned: true,
      reportedOn: '2026-11-03',
      ...over,
    },
  }),
} as const;

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
