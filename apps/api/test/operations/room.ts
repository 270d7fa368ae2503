import { type Operated, type RequestContext, type TaskView, type Tx, type WorkflowPlugin } from '@fashen/plugin-api';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { calendarPlugin } from '@fashen/plugins/calendar/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { circulatePlugin } from '@fashen/plugins/circulate/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { recordPlugin } from '@fashen/plugins/record/server';
import { ReworkDesk } from '@fashen/plugins/rework/model';
import { reworkPlugin } from '@fashen/plugins/rework/server';
import { createTestApp, type TestApp } from '@fashen/testing';
import { DRAWINGS } from './operations-drawings';

const PLUGINS: readonly WorkflowPlugin[] = [
  directoryPlugin,
  formPlugin,
  calendarPlugin,
  caseFilePlugin,
  assignmentPlugin,
  approvalPlugin,
  reworkPlugin,
  circulatePlugin,
  recordPlugin,
];

/** An operation a person asks for, first as a rehearsal and then really. */
export interface Asked {
  readonly name: string;
  readonly who: string;
  readonly run: (context: RequestContext, mode: { dryRun: boolean }) => Promise<Operated<unknown>>;
}

type Method = (...args: readonly unknown[]) => Promise<Operated<unknown>>;

/** The product's operations on the sample bureau, called as the HTTP border calls them. */
export class OperationsRoom {
  private constructor(readonly app: TestApp) {}

  static async open(): Promise<OperationsRoom> {
    const app = await createTestApp({ plugins: PLUGINS });
    const registry = app.get(PersonRegistry);
    await app.as('setup').run(async (tx) => {
      for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
      for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
    });
    for (const xml of Object.values(DRAWINGS)) await app.publish(xml);
    return new OperationsRoom(app);
  }

  get desk(): ReworkDesk {
    return this.app.get(ReworkDesk);
  }

  async as(who: string): Promise<RequestContext> {
    const context = await this.app.as(who).context();
    return { ...context, actor: { ...context.actor, permissions: [...context.actor.permissions, 'case.readAll', 'rework.jump'] } };
  }

  /** A method of a controller of a plugin, by the names both have. */
  method({ controllers = [] }: WorkflowPlugin, controllerName: string, name: string): Method {
    const type = controllers.find((one) => one.name === controllerName);
    if (!type) throw new Error(`there is no ${controllerName}`);
    const controller = this.app.get<Record<string, Method | undefined>>(type as never);
    const method = controller[name];
    if (!method) throw new Error(`${controllerName} has no ${name}`);
    return method.bind(controller);
  }

  /** An operation of the signing plugin on a task. */
  sign(name: string, who: string, { id }: TaskView, body: object): Asked {
    return { name, who, run: (context, mode) => this.method(approvalPlugin, 'ApprovalController', name)(context, id, mode, body) };
  }

  /** Sends a case to read. */
  copy(who: string, caseId: string, personIds: readonly string[]): Asked {
    const method = this.method(circulatePlugin, 'CirculateController', 'copy');
    return { name: 'copy', who, run: (context, mode) => method(context, caseId, { personIds, roles: [] }, mode) };
  }

  urge(who: string, { id }: TaskView): Asked {
    return { name: 'urge', who, run: (context, mode) => this.method(circulatePlugin, 'UrgingController', 'urge')(context, id, {}, mode) };
  }

  /** What a port does in one unit. */
  port(name: string, who: string, work: (tx: Tx) => Promise<unknown>): Asked {
    return { name, who, run: (context, mode) => this.app.units.operate(context, mode, work) };
  }

  /** Every row of these cases an operation may touch, as one text. */
  async rows(instanceIds: readonly string[]): Promise<string> {
    const marks = instanceIds.map(() => '?').join(', ');
    const read = (table: string, column: string): Promise<unknown> =>
      this.app.database.dataSource.query(`SELECT * FROM ${table} WHERE ${column} IN (${marks}) ORDER BY 1`, [...instanceIds]);
    const seats = this.app.database.dataSource.query(
      `SELECT s.* FROM approval_seat s JOIN engine_task t ON t.id = s.visit_id WHERE t.instance_id IN (${marks}) ORDER BY s.id`,
      [...instanceIds],
    );
    return JSON.stringify([await read('engine_instance', 'id'), await read('engine_task', 'instance_id'), await seats]);
  }
}
