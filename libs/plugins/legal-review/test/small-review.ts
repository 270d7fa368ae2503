import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InstanceView, JsonObject, TaskView, WorkflowPlugin } from '@fashen/plugin-api';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { bundledYears, CalendarLibrary } from '@fashen/plugins/calendar/model';
import { calendarPlugin } from '@fashen/plugins/calendar/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { bundledPeriods, PeriodLibrary } from '@fashen/plugins/deadline/model';
import { deadlinePlugin } from '@fashen/plugins/deadline/server';
import { DecisionLibrary } from '@fashen/plugins/decision-rule/model';
import { decisionRulePlugin } from '@fashen/plugins/decision-rule/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { bundledParameterSets, CHECKLIST, type OpinionCode, ParameterSets, type ReviewActReply } from '@fashen/plugins/legal-review/model';
import { legalReviewPlugin } from '@fashen/plugins/legal-review/server';
import { createTestApp, FixedClock, type TestApp } from '@fashen/testing';
import { LegalReviewController } from '../server/legal-review.controller';

/** Rules and figures that come with the product. */
const RULES = join(__dirname, '../../../../processes/penalty-ordinary/rules');
const read = (name: string): Promise<string> => readFile(join(RULES, name), 'utf8');

const NOW = new Date('2026-09-22T09:00:00+08:00');

/** Persons by the step they usually take. */
const USUAL: Readonly<Record<string, string>> = {
  draft: 'jia',
  answer: 'jia',
  notice: 'jia',
  hearing: 'xin',
  redraft: 'jia',
  discuss: 'ji',
};

/** One app with the sample bureau, the published rules and the process of `legal-review.bpmn`, and words to act in it. */
export class SmallReview {
  private constructor(readonly app: TestApp) {}

  /** With further plugins, and what they draw on the steps of the review. */
  static async open({ plugins: more = [], note = '' }: { plugins?: readonly WorkflowPlugin[]; note?: string } = {}): Promise<SmallReview> {
    const plugins = [
      directoryPlugin,
      formPlugin,
      caseFilePlugin,
      assignmentPlugin,
      decisionRulePlugin,
      calendarPlugin,
      deadlinePlugin,
      legalReviewPlugin,
      ...more,
    ];
    const app = await createTestApp({ plugins, clock: new FixedClock(NOW) });
    const small = new SmallReview(app);
    await small.furnish();
    const drawing = await readFile(join(__dirname, 'legal-review.bpmn'), 'utf8');
    await app.publish(drawing.replace(/<legal-review:(?:review|signature|decision) \/>/g, (part) => part + note));
    return small;
  }

  /** Publishes the same process and the same catalog under names of a bureau's own. */
  async publishOwn(): Promise<void> {
    const xml = (await read('review-catalog.dmn')).replaceAll('review-catalog', 'own-catalog');
    await this.app.as('ren').run((tx) => this.app.get(DecisionLibrary).publish(tx, { xml, reason: '本局目录' }));
    const drawing = (await readFile(join(__dirname, 'legal-review.bpmn'), 'utf8')).replaceAll('small-review', 'own-review');
    await this.app.publish(drawing.replaceAll('<legal-review:catalog />', '<legal-review:catalog decision="own-catalog" />'));
  }

  private count = 0;

  private async furnish(): Promise<void> {
    const registry = this.app.get(PersonRegistry);
    const decisions = this.app.get(DecisionLibrary);
    const parameters = this.app.get(ParameterSets);
    const bundled = bundledParameterSets.parse(JSON.parse(await read('parameter-sets.json')));
    const files = [await read('review-catalog.dmn'), await read('hearing-threshold.dmn')];
    await this.app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
      for (const xml of files) await decisions.publish(tx, { xml, reason: '首个版本' });
      await this.app.get(CalendarLibrary).publishMissing(tx, bundledYears, '首个版本');
      await this.app.get(PeriodLibrary).publishMissing(tx, bundledPeriods, '首个版本');
      await parameters.publishMissing(tx, bundled, '首个版本');
    });
  }

  /** A case of a citizen, unless the draft says otherwise. */
  async start(party: JsonObject = { name: '测试人一', type: 'CITIZEN' }, definitionKey = 'small-review'): Promise<string> {
    const businessKey = `案-${(this.count += 1)}`;
    const variables = { officers: { lead: 'jia', co: 'yi' }, party };
    const start = { definitionKey, businessKey, title: '占道经营', variables };
    return (await this.app.as('jia').run((tx) => this.app.instances.start(tx, start))).id;
  }

  async case(caseId: string): Promise<InstanceView> {
    return this.app.as('setup').read((tx) => this.app.instances.require(tx, caseId));
  }

  async waiting(caseId: string): Promise<readonly string[]> {
    return (await this.case(caseId)).waiting.map(({ nodeId }) => nodeId);
  }

  async openTask(caseId: string, nodeId: string): Promise<TaskView> {
    const tasks = await this.app.as('setup').read((tx) => this.app.tasks.ofInstance(tx, caseId));
    const open = tasks.find((task) => task.nodeId === nodeId && (task.state === 'READY' || task.state === 'ASSIGNED'));
    if (!open) throw new Error(`step ${nodeId} is not open; open: ${(await this.waiting(caseId)).join()}`);
    return open;
  }

  /** Ends a plain step by the person who usually does. */
  async end(caseId: string, nodeId: string, output: JsonObject, who = USUAL[nodeId] ?? 'jia'): Promise<void> {
    const task = await this.openTask(caseId, nodeId);
    await this.app.as(who).run((tx) => this.app.tasks.complete(tx, task.id, { output }));
  }

  draft(caseId: string, draft: JsonObject, nodeId = 'draft'): Promise<void> {
    return this.end(caseId, nodeId, { draft: { kinds: ['FINE'], ...draft } });
  }

  /** Gives an opinion with the whole checklist answered; `blocked` items are blocking. */
  async opine(caseId: string, code: OpinionCode, who = 'bing', blocked: readonly string[] = []): Promise<ReviewActReply> {
    const task = await this.openTask(caseId, 'review');
    const controller = this.app.get(LegalReviewController);
    const given = await controller.give(await this.app.as(who).context(), task.id, {
      code,
      text: `意见：${code}`,
      checklist: CHECKLIST.map((item) => ({ code: item.code, result: blocked.includes(item.code) ? 'BLOCK' : 'OK', note: '已核' })),
      citations: [],
    });
    return given as ReviewActReply;
  }

  async sign(caseId: string, agrees = true, who = 'ding'): Promise<ReviewActReply> {
    const task = await this.openTask(caseId, 'sign');
    const controller = this.app.get(LegalReviewController);
    const comment = agrees ? '' : '理由不充分';
    return (await controller.sign(await this.app.as(who).context(), task.id, { agrees, comment })) as ReviewActReply;
  }

  /** Review and signature. */
  async review(caseId: string, code: OpinionCode, who = 'bing'): Promise<void> {
    await this.opine(caseId, code, who);
    await this.sign(caseId);
  }

  /** Tells the party the sum on a day, with the right to a hearing; the party answers as `kind` says. */
  notify(caseId: string, fine: number, { servedOn = '2026-09-22', kind = 'WAIVER' } = {}): Promise<void> {
    const notice = { served: true, servedOn, windowEndsOn: servedOn, fine, kinds: ['FINE'], hearingRightTold: true };
    return this.end(caseId, 'notice', { notice, statement: { kind, receivedOn: servedOn }, hearing: { chair: 'xin' } });
  }

  async decide(caseId: string, approved = true, who = 'ji'): Promise<void> {
    const task = await this.openTask(caseId, 'decide');
    const controller = this.app.get(LegalReviewController);
    await controller.decide(await this.app.as(who).context(), task.id, {
      approved,
      comment: '同意',
      decision: { number: '样罚〔2026〕1号' },
    });
  }
}
