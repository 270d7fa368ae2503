import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type InstanceView, isWorkflowError, type JsonObject, type RequestContext, type TaskView } from '@fashen/plugin-api';
import { createTestApp, FixedClock, ProcessDriver, type TestApp } from '@fashen/testing';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { bundledYears, CalendarLibrary } from '@fashen/plugins/calendar/model';
import { calendarPlugin } from '@fashen/plugins/calendar/server';
import { caseControlPlugin } from '@fashen/plugins/case-control/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { bundledPeriods, CaseClocks, PeriodLibrary } from '@fashen/plugins/deadline/model';
import { ClockController, deadlinePlugin } from '@fashen/plugins/deadline/server';
import { DecisionLibrary } from '@fashen/plugins/decision-rule/model';
import { decisionRulePlugin } from '@fashen/plugins/decision-rule/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { discussionPlugin } from '@fashen/plugins/discussion/server';
import { FormLibrary, formSchema, SharedForms } from '@fashen/plugins/form/model';
import { formPlugin } from '@fashen/plugins/form/server';
import {
  type CaseReviewReply,
  CHECKLIST,
  type ChecklistAnswer,
  type OpinionCode,
  ParameterSets,
  parameterValues,
  ReviewDesk,
} from '@fashen/plugins/legal-review/model';
import { LegalReviewController, legalReviewPlugin } from '@fashen/plugins/legal-review/server';
import { penaltyExecutionPlugin } from '@fashen/plugins/penalty-execution/server';
import { recordPlugin } from '@fashen/plugins/record/server';
import { reworkPlugin } from '@fashen/plugins/rework/server';
import { draft, notice, usualAnswers, usualPersons } from './answers';

const FOLDER = join(__dirname, '..');
/** This process and those it calls. */
const FOLDERS = ['../collective-discussion', '../hearing', '.'].map((name) => join(FOLDER, name));
const MODELER = 'ren';

interface BundledSets {
  readonly sets: readonly { readonly code: string; readonly name: string; readonly values: JsonObject }[];
}

const filesIn = (folder: string, extension: string): readonly string[] =>
  FOLDERS.map((own) => join(own, folder))
    .filter((path) => existsSync(path))
    .flatMap((path) => readdirSync(path).map((name) => join(path, name)))
    .filter((name) => name.endsWith(extension));

/** The sample bureau with this process published and one parameter set in force. */
export async function bureauWith(parameterSet: string, at = '2026-09-14T09:00:00+08:00'): Promise<TestApp> {
  const plugins = [
    ...[directoryPlugin, assignmentPlugin, caseFilePlugin, recordPlugin, reworkPlugin, caseControlPlugin],
    ...[
      decisionRulePlugin,
      formPlugin,
      approvalPlugin,
      calendarPlugin,
      deadlinePlugin,
      legalReviewPlugin,
      discussionPlugin,
      penaltyExecutionPlugin,
    ],
  ];
  const app = await createTestApp({ plugins, clock: new FixedClock(new Date(at)) });
  await app.as('setup').run(async (tx) => {
    const registry = app.get(PersonRegistry);
    for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
    for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
    await app.get(CalendarLibrary).publishMissing(tx, bundledYears, '首版');
    await app.get(PeriodLibrary).publishMissing(tx, bundledPeriods, '首版');
  });
  await app.as(MODELER).run(async (tx) => {
    for (const file of filesIn('forms', '.form')) {
      await app.get(FormLibrary).publish(tx, { schema: formSchema.parse(JSON.parse(readFileSync(file, 'utf8'))), reason: '首版' });
    }
    for (const file of filesIn('rules', '.dmn'))
      await app.get(DecisionLibrary).publish(tx, { xml: readFileSync(file, 'utf8'), reason: '首版' });
    const bundled = JSON.parse(readFileSync(join(FOLDER, 'rules', 'parameter-sets.json'), 'utf8')) as BundledSets;
    for (const { code, name, values } of bundled.sets) {
      await app.get(ParameterSets).publish(tx, code, { values: parameterValues.parse(values), name, reason: '首版' });
    }
    await app.get(ParameterSets).activate(tx, { code: parameterSet, reason: '首次启用' });
  });
  for (const folder of FOLDERS) await app.publish(readFileSync(join(folder, `${basename(folder)}.bpmn`), 'utf8'));
  return app;
}

/** The drawing of this process. */
export const penaltyOrdinaryXml = (): string => readFileSync(join(FOLDER, 'penalty-ordinary.bpmn'), 'utf8');

const words = (state: string, days: readonly (string | undefined)[]): string =>
  [...(state === 'RUNNING' ? [] : [state]), ...days.filter((day) => day !== undefined)].join(' ');

/** With the right to see every case, so that a refusal is about what is asked. */
const withAllCases = (context: RequestContext): RequestContext => ({
  ...context,
  actor: { ...context.actor, permissions: [...context.actor.permissions, 'case.readAll'] },
});

/** Every item answered; the named ones fail. */
export const fullChecklist = (blocked: readonly string[] = []): ChecklistAnswer[] =>
  CHECKLIST.map(({ code }) => ({ code, result: blocked.includes(code) ? 'BLOCK' : 'OK', note: '已核对' }));

/** A step of a called process, with the usual answers and person unless given. */
export interface CalledStep {
  readonly node: string;
  readonly answers?: JsonObject;
  readonly person?: string;
}

/** One case led through the process by the people of the sample bureau. */
export class CaseRun {
  /** Lets the server die and come back before every act. */
  restartsBeforeEachAct = false;

  private constructor(private readonly driver: ProcessDriver) {}

  /** The app as it runs now. */
  get app(): TestApp {
    return this.driver.app;
  }

  /** Starts a case; `over` replaces parts of the usual case data. */
  static async start(app: TestApp, partyType: string, over: JsonObject = {}): Promise<CaseRun> {
    const variables = {
      party: { name: '样例当事人', type: partyType },
      case: { cause: '样例案由', conduct: '样例行为', conductDate: '2026-09-10', place: '样例路', source: 'PATROL' },
      officers: { lead: 'jia', co: 'yi' },
      ...over,
    };
    return new CaseRun(await ProcessDriver.start(app, { definitionKey: 'penalty-ordinary', as: 'jia', variables }));
  }

  instance(): Promise<InstanceView> {
    return this.driver.instance();
  }

  waiting(): Promise<readonly string[]> {
    return this.driver.waiting();
  }

  /** The latest clock of each key: last day, with the outer line of a case term behind it. */
  async clocks(): Promise<Readonly<Record<string, string>>> {
    const { id } = await this.instance();
    const clocks = await this.app.as('ji').read((tx) => this.app.get(CaseClocks).ofCase(tx, id));
    return Object.fromEntries(
      clocks.map(({ key, dueDay, outerDay, rawDay, state }) => [key, words(state, [dueDay ?? `≥${rawDay}`, outerDay])]),
    );
  }

  /** Ends steps of the process that the case has called and waits for. */
  async inCalled(...steps: readonly CalledStep[]): Promise<this> {
    for (const { node, answers, person } of steps) {
      await this.beforeAct();
      const called = await this.called();
      const [who, data] = [person ?? usualPersons[node] ?? '', answers ?? usualAnswers[node] ?? {}];
      const part = (await called.tasks()).find(
        (one) => one.nodeId === node && one.kind === 'SEAT' && one.assigneeId === who && !one.endedAt,
      );
      if (part) await this.app.as(who).run((tx) => this.app.get(SharedForms).submit(tx, part, { data }));
      else await called.act(who, node, { output: data });
    }
    return this;
  }

  /** The heads discuss the case: views, the conclusion, minutes and signatures. */
  discussed(conclusion = 'AGREE'): Promise<this> {
    const view = { view: { stance: conclusion, reason: '理由' } };
    return this.inCalled(
      { node: 'convene' },
      { node: 'giveView', answers: view, person: 'wu' },
      { node: 'conclude', answers: { discussion: { conclusion, reason: '理由' } } },
      { node: 'minutes' },
      { node: 'signMinutes', person: 'wu' },
      { node: 'signMinutes', person: 'ji' },
    );
  }

  private async called(): Promise<ProcessDriver> {
    const { businessKey } = await this.instance();
    const { items } = await this.app.as('ji').read((tx) => this.app.instances.list(tx, { text: `${businessKey}/`, status: 'RUNNING' }));
    return ProcessDriver.of(this.app, items[0]?.id ?? '');
  }

  async catalog(): Promise<{ depth: string; items: readonly string[]; collective: boolean; hearingRight: string }> {
    const { variables } = await this.instance();
    return variables['catalog'] as never;
  }

  /** Ends the open task of a node with the usual answers, or these, by the usual person, or this one. */
  async step(node: string, answers?: JsonObject, person?: string): Promise<this> {
    await this.beforeAct();
    await this.driver.act(person ?? usualPersons[node] ?? '', node, { output: answers ?? usualAnswers[node] ?? {} });
    return this;
  }

  async steps(...nodes: readonly string[]): Promise<this> {
    for (const node of nodes) await this.step(node);
    return this;
  }

  /** The open task of a node. */
  task(node: string): Promise<TaskView> {
    return this.driver.openTask(node);
  }

  /** Moves the token by hand, against the drawing. */
  async jump(from: string, to: string): Promise<this> {
    const { executionId, instanceId } = await this.driver.openTask(from);
    await this.app.as('ji').run((tx) => this.app.moves.jump(tx, { instanceId, executionId, nodeId: to, cause: 'jump', reason: '更正' }));
    return this;
  }

  /** Moves the token out of a called process by hand. */
  async jumpCall(call: string, to: string): Promise<this> {
    const { id: instanceId, waiting } = await this.instance();
    const executionId = waiting.find(({ nodeId }) => nodeId === call)?.executionId ?? '';
    await this.app.as('ji').run((tx) => this.app.moves.jump(tx, { instanceId, executionId, nodeId: to, cause: 'jump', reason: '更正' }));
    return this;
  }

  /** Somebody asks for more days on an open clock. */
  async askExtension(key: string, amount: number, person: string): Promise<void> {
    const place = await this.placeOf(key);
    const context = await this.app.as(person).context();
    await this.app.get(ClockController).requestExtension(withAllCases(context), place, { amount, reason: '案情复杂' }, {});
  }

  async grantExtension(key: string, person: string): Promise<void> {
    const place = await this.placeOf(key);
    const context = await this.app.as(person).context();
    await this.app.get(ClockController).decideExtension(withAllCases(context), place, { approved: true, comment: '同意' }, {});
  }

  /** What was said in the review so far, oldest first. */
  async opinions(): Promise<CaseReviewReply['opinions']> {
    const { id } = await this.instance();
    return (await this.app.get(LegalReviewController).ofCase(withAllCases(await this.app.as('ji').context()), id)).opinions;
  }

  private async placeOf(key: string): Promise<{ caseId: string; clockId: string }> {
    const { id: caseId } = await this.instance();
    const clock = await this.app.as('ji').read((tx) => this.app.get(CaseClocks).find(tx, caseId, key));
    return { caseId, clockId: clock?.id ?? '' };
  }

  /** Filing and investigation, up to a draft the unit head has approved. */
  async upToCatalog(proposal: JsonObject): Promise<this> {
    await this.steps('proposeFiling', 'confirmFiling', 'approveFiling', 'investigate');
    await this.step('draftReport', draft(proposal));
    return this.step('unitApproval');
  }

  /** The reviewer gives an opinion with every item answered. Failing items may be named. */
  async review(code: OpinionCode, over: { node?: string; person?: string; blocked?: readonly string[] } = {}): Promise<this> {
    const { node = 'legalReview', blocked = [] } = over;
    await this.beforeAct();
    const task = await this.driver.openTask(node);
    const checklist = fullChecklist(blocked);
    await this.app
      .as(over.person ?? usualPersons[node] ?? '')
      .run((tx) => this.app.get(ReviewDesk).give(tx, task.id, { code, text: '审核意见', checklist, citations: [] }));
    return this;
  }

  async sign(agrees = true, person = 'ding'): Promise<this> {
    await this.beforeAct();
    const task = await this.driver.openTask('signOpinion');
    await this.app.as(person).run((tx) => this.app.get(ReviewDesk).sign(tx, task.id, { agrees, comment: agrees ? '' : '不同意' }));
    return this;
  }

  /** Submission, acceptance, opinion and signature. */
  async reviewed(code: OpinionCode, blocked: readonly string[] = []): Promise<this> {
    await this.steps('submitReview', 'acceptReview');
    await this.review(code, { blocked });
    return this.sign();
  }

  /** Notice served, window run out in silence, nothing changed. */
  async noticedInSilence(fine: number, over: JsonObject = {}): Promise<this> {
    await this.step('notice', notice(fine, over));
    await this.until('2026-10-12T09:00:00+08:00');
    return this.step('recheck');
  }

  async decide(approved = true, person = 'ji'): Promise<this> {
    await this.beforeAct();
    const task = await this.driver.openTask('decide');
    const number = approved ? { decision: { number: '样城执罚决〔2026〕1号' } } : {};
    await this.app.as(person).run((tx) => this.app.get(ReviewDesk).decide(tx, task.id, { approved, comment: '决定意见', ...number }));
    return this;
  }

  private async beforeAct(): Promise<void> {
    if (this.restartsBeforeEachAct) await this.driver.restart();
  }

  /** Moves the clock to a moment and does what has fallen due. */
  async until(at: string): Promise<this> {
    const ms = new Date(at).getTime() - this.app.clock.now().getTime();
    await this.driver.advance({ seconds: Math.max(0, Math.round(ms / 1000)) });
    return this;
  }
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
