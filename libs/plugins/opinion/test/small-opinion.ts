import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Affected, type JsonObject, type RequestContext, type TaskView, WorkflowError } from '@fashen/plugin-api';
import { AccountRegistry, type PinBody } from '@fashen/plugins/account/model';
import { accountPlugin } from '@fashen/plugins/account/server';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { attachmentPlugin } from '@fashen/plugins/attachment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { legalBasisPlugin } from '@fashen/plugins/legal-basis/server';
import { opinionPlugin } from '@fashen/plugins/opinion/server';
import { recordPlugin } from '@fashen/plugins/record/server';
import { createTestApp, FixedClock, type TestApp } from '@fashen/testing';
import type { DraftBody, DraftReply, OpinionReply, SignatureBody, SignatureReply, SignatureVerification } from '../model';
import { OpinionController } from '../server/opinion.controller';
import { OpinionReadingController } from '../server/opinion-reading.controller';

const NOW = new Date('2026-11-22T09:00:00+08:00');

/** Where all of them sit. */
const ADDRESS = { ip: '10.0.0.1' };

/** The password of those who sign. */
export const PASSWORD = 'Meihua-2026-kai';

/** A signing PIN that nobody has before a test sets it. */
export const PIN = '739105';

/** What a person signs with in a test; without any, the password. */
export type Proof = Pick<SignatureBody, 'password' | 'pin'>;

/** One app with the sample bureau and the process of `opinion.bpmn`, and words to act in it. */
export class SmallOpinion {
  private constructor(
    readonly app: TestApp,
    private readonly folder: string,
  ) {}

  /** `signatureMeans`: what the bureau allows to sign with. */
  static async open(signatureMeans: readonly string[] = ['pin', 'password']): Promise<SmallOpinion> {
    const folder = mkdtempSync(join(tmpdir(), 'fashen-opinion-'));
    const core = [directoryPlugin, accountPlugin, formPlugin, caseFilePlugin, assignmentPlugin];
    const plugins = [...core, approvalPlugin, recordPlugin, attachmentPlugin, legalBasisPlugin, opinionPlugin];
    const config = { attachment: { directory: folder }, opinion: { signatureMeans } };
    const app = await createTestApp({ plugins, clock: new FixedClock(NOW), config });
    const registry = app.get(PersonRegistry);
    const accounts = app.get(AccountRegistry);
    const passwordHash = await accounts.hash(PASSWORD, []);
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
      for (const personId of ['wu', 'ji']) await accounts.add(tx, { personId, name: personId, passwordHash });
    });
    for (const drawing of ['opinion.bpmn', 'seat-opinions.bpmn', 'any-signature.bpmn'])
      await app.publish(await readFile(join(__dirname, drawing), 'utf8'));
    return new SmallOpinion(app, folder);
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private count = 0;

  /** A case of jia, with the review open; or of another process, with its first step. */
  async start(definitionKey = 'small-opinion'): Promise<string> {
    const businessKey = `意-${(this.count += 1)}`;
    const start = { definitionKey, businessKey, title: '占道经营' };
    return (await this.app.as('jia').run((tx) => this.app.instances.start(tx, start))).id;
  }

  /** A case whose decision waits for wu, who has drafted an opinion. */
  async inDecision(text = '证据确凿，准予处罚', definitionKey?: string): Promise<{ readonly caseId: string; readonly taskId: string }> {
    const caseId = await this.start(definitionKey);
    await this.draft('jia', caseId, '事实清楚，证据充分');
    await this.end('jia', caseId);
    await this.draft('wu', caseId, text);
    return { caseId, taskId: (await this.openTask(caseId)).id };
  }

  async openTask(caseId: string): Promise<TaskView> {
    const tasks = await this.app.as('setup').read((tx) => this.app.tasks.ofInstance(tx, caseId));
    const open = tasks.find(({ state }) => state === 'READY' || state === 'ASSIGNED');
    if (!open) throw new Error(`nothing is open in ${caseId}`);
    return open;
  }

  async end(who: string, caseId: string, output: JsonObject = {}): Promise<void> {
    const { id } = await this.openTask(caseId);
    await this.app.as(who).run((tx) => this.app.tasks.complete(tx, id, { output }));
    this.app.clock.advance({ minutes: 1 });
  }

  /** What ending a task would do. */
  async foresee(who: string, taskId: string, output: JsonObject): Promise<readonly Affected[]> {
    return (await this.app.as(who).operate({ dryRun: true }, (tx) => this.app.tasks.complete(tx, taskId, { output }))).affected;
  }

  context(who: string): Promise<RequestContext> {
    return this.app.as(who).context();
  }

  get controller(): OpinionController {
    return this.app.get(OpinionController);
  }

  async save(who: string, taskId: string, body: Omit<DraftBody, 'keepVersion'> & { keepVersion?: boolean }): Promise<DraftReply> {
    return this.controller.save(await this.context(who), taskId, { keepVersion: false, ...body });
  }

  /** Saves an opinion for the open task. */
  async draft(who: string, caseId: string, text: string, keepVersion = false): Promise<DraftReply> {
    const { id, rowVersion } = await this.openTask(caseId);
    return this.save(who, id, { baseVersion: rowVersion, opinion: { text, clauses: [] }, keepVersion });
  }

  async foundBy(who: string, taskId: string): Promise<DraftReply | undefined> {
    return (await this.controller.show(await this.context(who), taskId)).draft;
  }

  async sign(who: string, taskId: string, data: JsonObject = {}, proof: Proof = { password: PASSWORD }): Promise<SignatureReply> {
    const opinion = (await this.foundBy(who, taskId))?.opinion ?? { text: '', clauses: [] };
    return this.signContent(who, taskId, { op: 'complete', data: data as never, opinion }, proof);
  }

  async signContent(
    who: string,
    taskId: string,
    content: SignatureBody['content'],
    proof: Proof = { password: PASSWORD },
  ): Promise<SignatureReply> {
    return this.controller.sign(await this.context(who), taskId, { ...proof, content }, ADDRESS);
  }

  /** Gives a person the signing PIN. */
  async setPin(who: string, pin = PIN): Promise<void> {
    const found = (accountPlugin.controllers ?? []).find(({ name }) => name === 'PinController');
    if (!found) throw new Error('account has no controller of PINs');
    const pins: { set(context: RequestContext, body: PinBody, request: object): Promise<void> } = this.app.get(found as never);
    await pins.set(await this.context(who), { password: PASSWORD, pin }, ADDRESS);
  }

  /** The refusal an act meets. */
  async refusal(act: Promise<unknown>): Promise<WorkflowError> {
    const reason: unknown = await act.then(
      () => undefined,
      (error: unknown) => error,
    );
    if (reason instanceof WorkflowError) return reason;
    throw new Error(`not refused, but ${String(reason)}`);
  }

  async opinions(who: string, caseId: string): Promise<readonly OpinionReply[]> {
    return this.app.get(OpinionReadingController).list(await this.context(who), caseId);
  }

  async verify(who: string, signatureId: string): Promise<SignatureVerification> {
    return this.app.get(OpinionReadingController).verify(await this.context(who), signatureId);
  }
}
