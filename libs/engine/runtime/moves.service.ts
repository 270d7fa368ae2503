import { Injectable } from '@nestjs/common';
import {
  type BackMove,
  type CourseSurvey,
  type CourseVisit,
  type InstanceView,
  isWorkflowError,
  type JumpMove,
  type MigrationMisfit,
  type MigrationMove,
  type MovePreview,
  Moves,
  type Tx,
} from '@fashen/plugin-api';
import { engineErrors } from '../engine.errors';
import { engineEvents } from '../engine.events';
import { type CourseStep, kernelErrors, rebuild, type Rebuilt } from '../kernel';
import { CommandService } from './command.service';
import { visitsOf } from './course-visits';
import { InstanceRepository } from './instance.repository';
import { MigrationService } from './migration.service';
import { OpenSessions } from './open-sessions';
import { previewOf, surveyOf } from './course-survey';
import { viewOf } from './session-view';
import type { WorkflowSession } from './workflow-session';

/** Moves tokens other than forward, by working the course of the case off anew. */
@Injectable()
export class MovesService extends Moves {
  constructor(
    private readonly sessions: OpenSessions,
    private readonly repository: InstanceRepository,
    private readonly commands: CommandService,
    private readonly migrations: MigrationService,
  ) {
    super();
  }

  async visits(tx: Tx, instanceId: string): Promise<readonly CourseVisit[]> {
    const { session, course } = await this.load(tx, instanceId);
    const open = new Set(session.waits.map(({ executionId }) => executionId));
    return visitsOf(session.definition.process, course, open);
  }

  async survey(tx: Tx, instanceId: string): Promise<CourseSurvey> {
    const found = await this.repository.findWithCourse(tx, instanceId);
    if (!found) throw engineErrors.INSTANCE_MISSING({ instanceId });
    const { instance, course } = found;
    if (!course || !instance.state) throw engineErrors.COURSE_MISSING({ instanceId });
    return surveyOf((await this.sessions.definitionOf(tx, instance)).process, { ...instance, state: instance.state }, course, tx.now);
  }

  async preview(tx: Tx, instanceId: string, reopen: readonly string[]): Promise<MovePreview> {
    const { session, course } = await this.load(tx, instanceId);
    return previewOf(rebuilt(tx, session, course, reopen));
  }

  async back(tx: Tx, { instanceId, reopen, cause, reason }: BackMove): Promise<InstanceView> {
    const { session, course } = await this.load(tx, instanceId);
    const result = rebuilt(tx, session, course, reopen);
    session.applyMove(result, { reopen, cause });
    const nodeIds = result.opened.filter(({ role }) => role === 'activity').map(({ nodeId }) => nodeId);
    const payload = { cause, executionIds: reopen, nodeIds, undone: result.undone };
    tx.emit(engineEvents.moved(payload, { instanceId, affects: 'moved', ...(reason && { reason }) }));
    await this.commands.run(tx, session);
    return viewOf(session);
  }

  async jump(tx: Tx, { instanceId, executionId, nodeId, cause, reason }: JumpMove): Promise<InstanceView> {
    const session = await this.openIdle(tx, instanceId);
    const from = session.instance.state?.t.find(({ i }) => i === executionId)?.n;
    if (from === undefined) throw engineErrors.NOT_REACHABLE({ nodeIds: [nodeId] });
    session.cause = cause;
    const payload = { cause, executionIds: [executionId], nodeIds: [from], undone: [], toNodeId: nodeId };
    tx.emit(engineEvents.moved(payload, { instanceId, affects: 'moved', ...(reason && { reason }) }));
    await this.commands.run(tx, session, { kind: 'jump', executionId, nodeId });
    return viewOf(session);
  }

  async misfit(tx: Tx, move: MigrationMove): Promise<MigrationMisfit | undefined> {
    return this.migrations.misfit(tx, await this.openIdle(tx, move.instanceId), move);
  }

  async migrate(tx: Tx, move: MigrationMove & { readonly reason: string }): Promise<InstanceView> {
    await this.migrations.migrate(tx, await this.openIdle(tx, move.instanceId), move);
    return viewOf(await this.sessions.open(tx, move.instanceId));
  }

  private async load(tx: Tx, instanceId: string): Promise<{ session: WorkflowSession; course: readonly CourseStep[] }> {
    const session = await this.openIdle(tx, instanceId);
    const course = await this.repository.findCourse(tx, instanceId);
    if (!course) throw engineErrors.COURSE_MISSING({ instanceId });
    return { session, course };
  }

  private async openIdle(tx: Tx, instanceId: string): Promise<WorkflowSession> {
    if (this.sessions.findRunning(tx, instanceId)) throw engineErrors.MOVE_NESTED({ instanceId });
    return this.sessions.open(tx, instanceId);
  }
}

/** The case without the ends of these visits. */
function rebuilt(tx: Tx, session: WorkflowSession, course: readonly CourseStep[], reopen: readonly string[]): Rebuilt {
  const { state, variables } = session.instance;
  try {
    return rebuild(session.definition.process, { ...(state && { state }), variables }, { reopen, course }, { now: tx.now });
  } catch (error) {
    if (!isWorkflowError(error) || error.code !== kernelErrors.NOTHING_WAITS.code) throw error;
    const nodes = new Map(course.flatMap(({ o = [] }) => o));
    throw engineErrors.NOT_REACHABLE({ nodeIds: reopen.map((id) => nodes.get(id) ?? id) });
  }
}
