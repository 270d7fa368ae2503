import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActingFor, Actor, Class, DefinitionView, Operated, RequestContext, Tx, WorkflowPlugin } from '@fashen/plugin-api';
import { accountPlugin } from '@fashen/plugins/account/server';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { attachmentPlugin } from '@fashen/plugins/attachment/server';
import { calendarPlugin } from '@fashen/plugins/calendar/server';
import { caseControlPlugin } from '@fashen/plugins/case-control/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { circulatePlugin } from '@fashen/plugins/circulate/server';
import { deputyPlugin } from '@fashen/plugins/deputy/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { FormLibrary } from '@fashen/plugins/form/model';
import { formPlugin } from '@fashen/plugins/form/server';
import { legalBasisPlugin } from '@fashen/plugins/legal-basis/server';
import { opinionPlugin } from '@fashen/plugins/opinion/server';
import { recordPlugin } from '@fashen/plugins/record/server';
import { ReworkDesk } from '@fashen/plugins/rework/model';
import { reworkPlugin } from '@fashen/plugins/rework/server';
import { createTestApp, type TestApp } from '@fashen/testing';
import { OPINION } from './draw';
import { DRAWINGS, nextVersion } from './drawings';

const PLUGINS: readonly WorkflowPlugin[] = [
  ...[directoryPlugin, accountPlugin, formPlugin, calendarPlugin, caseFilePlugin, assignmentPlugin, recordPlugin, attachmentPlugin],
  ...[legalBasisPlugin, opinionPlugin, approvalPlugin, reworkPlugin, circulatePlugin, deputyPlugin, caseControlPlugin],
];
/** The form of steps that each fills in. */
const PART = {
  type: 'default' as const,
  id: 'part',
  components: [{ type: 'textfield', key: 'part.text', label: '意见', validate: { required: true, maxLength: 100 } }],
};
const MORE_PERMISSIONS = ['case.readAll', 'rework.jump', 'case-control.suspend', 'case.terminate'];
/** Whoever acts for whom, as long as the room is open. */
const DEPUTIES = { xin: 'jia', mao: 'yi', wu: 'ji', ding: 'zi' } as const;
const YEARS = { fromAt: '2026-01-01T00:00:00+08:00', toAt: '2028-01-01T00:00:00+08:00' };

/** An operation a person asks for, first as a rehearsal and then really. */
export interface Asked {
  readonly who: string;
  readonly principal?: string;
  readonly run: (context: RequestContext, mode: { dryRun: boolean }) => Promise<Operated<unknown>>;
}

type Method = (...args: readonly unknown[]) => Promise<unknown>;

/** The product's operations on the sample bureau, called as the HTTP border calls them. */
export class OperationsRoom {
  private readonly acting = new Map<string, ActingFor>();
  private readonly actors = new Map<string, Actor>();

  private constructor(
    readonly app: TestApp,
    private readonly folder: string,
    /** Versions of each drawing, oldest first. */
    readonly versions: ReadonlyMap<string, readonly DefinitionView[]>,
  ) {}

  static async open(): Promise<OperationsRoom> {
    const folder = mkdtempSync(join(tmpdir(), 'fashen-operations-'));
    const app = await createTestApp({ plugins: PLUGINS, config: { attachment: { directory: folder } } });
    const registry = app.get(PersonRegistry);
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
    });
    await app.as('modeler').run((tx) => app.get(FormLibrary).publish(tx, { schema: PART, reason: '首版' }));
    const versions = new Map<string, readonly DefinitionView[]>();
    for (const [key, xml] of Object.entries(DRAWINGS)) versions.set(key, [await app.publish(xml), await app.publish(nextVersion(xml))]);
    const room = new OperationsRoom(app, folder, versions);
    for (const [principal, deputy] of Object.entries(DEPUTIES)) await room.addDeputy(principal, deputy);
    return room;
  }

  /** Agrees to a step, in the given context. */
  vote(context: RequestContext, taskId: string): Promise<unknown> {
    return this.border(approvalPlugin, ['ApprovalController', 'agree'])(context, taskId, { dryRun: false }, { opinion: OPINION });
  }

  /** The same room on another node. Close it before this one. */
  async secondNode(): Promise<OperationsRoom> {
    const room = new OperationsRoom(await this.app.secondNode(), this.folder, this.versions);
    room.takeOverDeputies(this);
    return room;
  }

  /** Lets the deputies act here by the rules they have there. */
  takeOverDeputies({ acting }: OperationsRoom): void {
    for (const [principal, rule] of acting) this.acting.set(principal, rule);
  }

  async close(): Promise<void> {
    await this.app.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  get desk(): ReworkDesk {
    return this.app.get(ReworkDesk);
  }

  /** Who may act for this person. */
  deputyOf(personId: string): string | undefined {
    return (DEPUTIES as Readonly<Record<string, string>>)[personId];
  }

  async as(who: string, principal?: string): Promise<RequestContext> {
    const context = await this.app.as(this.actors.get(who) ?? who).context();
    this.actors.set(who, context.actor);
    const permissions = [...context.actor.permissions, ...MORE_PERMISSIONS, ...(who === 'yin' ? ['approval.manage'] : [])];
    const onBehalfOf = principal === undefined ? undefined : this.acting.get(principal);
    return { ...context, actor: { ...context.actor, permissions, ...(onBehalfOf && { onBehalfOf }) } };
  }

  /** A service or controller of a plugin, by its name. */
  part<T = Readonly<Record<string, Method>>>({ id, controllers = [], providers = [] }: WorkflowPlugin, name: string): T {
    const type = [...controllers, ...providers].find((one) => (one as Class).name === name);
    if (!type) throw new Error(`${id} has no ${name}`);
    return this.app.get<T>(type as never);
  }

  /** An operation of a controller, called with its arguments around the mode. */
  border(plugin: WorkflowPlugin, [controller, method]: readonly [string, string]): Method {
    const found = this.part(plugin, controller);
    return (...args) => found[method]?.call(found, ...args) ?? Promise.reject(new Error(`${controller} has no ${method}`));
  }

  /** What a service or port does in one unit. */
  unit(who: string, work: (tx: Tx, mode: { dryRun: boolean }) => Promise<unknown>): Asked {
    return { who, run: (context, mode) => this.app.units.operate(context, mode, (tx) => work(tx, mode)) };
  }

  /** Every row of these cases, of whatever plugin, and the length of their records, as one text. */
  async rows(instanceIds: readonly string[]): Promise<string> {
    const { dataSource } = this.app.database;
    const marks = instanceIds.map(() => '?').join(', ');
    const tables = dataSource.entityMetadatas.filter(({ columns }) => columns.some(({ databaseName }) => databaseName === 'instance_id'));
    const found: unknown[] = [await dataSource.query(`SELECT * FROM engine_instance WHERE id IN (${marks}) ORDER BY id`, [...instanceIds])];
    for (const { tableName } of tables) {
      const what = tableName === 'record_entry' ? 'COUNT(*) AS amount' : '*';
      found.push(await dataSource.query(`SELECT ${what} FROM ${tableName} WHERE instance_id IN (${marks}) ORDER BY 1`, [...instanceIds]));
    }
    return JSON.stringify(found);
  }

  /** Ends the rule by which somebody acts for this person. Whoever has begun to act by it has not heard of that. */
  async endDeputy(principal: string): Promise<void> {
    const ruleId = this.acting.get(principal)?.ruleId;
    await this.border(deputyPlugin, ['DeputyController', 'end'])(await this.as(principal), ruleId, { reason: '提前回来' });
  }

  /** A rule for all the time of the room, by which `as` acts from now on. */
  async addDeputy(principal: string, deputyId: string): Promise<void> {
    const body = { deputyId, ...YEARS, processes: [], nodes: [], mode: 'SHARE', reason: '出差' };
    const { rule } = (await this.border(deputyPlugin, ['DeputyController', 'add'])(await this.as(principal), body)) as {
      rule: { id: string };
    };
    this.acting.set(principal, { personId: principal, name: principal, ruleId: rule.id });
  }
}
