import { Injectable } from '@nestjs/common';
import type { Completion, EndingSeat, JsonObject, Step, Tx } from '@fashen/plugin-api';
import { engineErrors } from '../engine.errors';
import { engineEvents } from '../engine.events';
import type { Act } from '../kernel';
import { BehaviorService } from './behavior.service';
import { CallActivityService } from './call-activity.service';
import type { LoadedInstance } from './loaded-instance';
import { type NewInstance, newInstance } from './new-instance';
import { OpenSessions } from './open-sessions';
import { SessionWriter } from './session-writer';
import { type EndedTask, type LeftWait, type OpenedWait, WorkflowSession } from './workflow-session';

/**
 * Carries out one command on one instance: collect, then act. The kernel runs without waiting for anything; between two runs the
 * behaviors of plugins are asked about what has come up, and what they answer becomes the next run, until nothing new comes up.
 * Then the difference is written. All of it happens in the open unit of work.
 */
@Injectable()
export class CommandService {
  constructor(
    private readonly sessions: OpenSessions,
    private readonly behaviors: BehaviorService,
    private readonly calls: CallActivityService,
    private readonly writer: SessionWriter,
  ) {}

  /** Starts an instance. */
  async start(tx: Tx, start: NewInstance): Promise<WorkflowSession> {
    const session = new WorkflowSession(newInstance(tx, start), start.definition);
    tx.emit(startedEvent(session.instance));
    await this.run(tx, session, { kind: 'start', ...(start.startEventId && { startEventId: start.startEventId }) });
    this.sessions.remember(tx, session.instance);
    return session;
  }

  /** Does one act to a running instance. */
  async act(tx: Tx, instanceId: string, act: Act): Promise<WorkflowSession> {
    const session = await this.sessions.open(tx, instanceId);
    await this.run(tx, session, act);
    return session;
  }

  /**
   * Runs the act to rest and writes what came of it. An act for an instance whose command is under way
   * (a behavior acts on its own case) is done after the one at hand. Without an act only what is unasked is asked.
   */
  async run(tx: Tx, session: WorkflowSession, act?: Act): Promise<void> {
    if (act) session.pending.push(act);
    if (this.sessions.findRunning(tx, session.instance.id)) return;
    this.sessions.begin(tx, session);
    try {
      await this.settle(tx, session);
      await this.writer.save(tx, session);
    } catch (error) {
      this.sessions.forget(tx, session.instance.id);
      throw error;
    } finally {
      this.sessions.end(tx, session);
    }
    await this.tellParent(tx, session);
  }

  /** Asks the behaviors of a step whether one person's part may end. Nothing moves by it. */
  async askWhetherSeatMayEnd(tx: Tx, session: WorkflowSession, { task, outcome, submission }: EndingSeat): Promise<void> {
    const { executionId, nodeId, id: taskId } = task;
    const locals = session.findWait(executionId)?.locals;
    const visit = { node: session.node(nodeId), executionId, taskId, ...(locals && { locals }) };
    await this.behaviors.onSeatEnd(tx, session, visit, {
      task,
      ...(outcome !== undefined && { outcome }),
      ...(submission && { submission }),
    });
  }

  private async settle(tx: Tx, session: WorkflowSession): Promise<void> {
    for (;;) {
      const left = session.takeLeft();
      const act = left ? undefined : session.pending.shift();
      const opened = left || act ? undefined : session.takeUnasked();
      if (left) await this.leave(tx, session, left);
      else if (act) await this.perform(tx, session, act);
      else if (opened) await this.ask(tx, session, opened);
      else return;
    }
  }

  /** What was answered for an activity that an earlier act of the same command has taken away is not done any more. */
  private async perform(tx: Tx, session: WorkflowSession, act: Act): Promise<void> {
    if (session.hasMoved && 'executionId' in act && !session.findWait(act.executionId)) return;
    if (act.kind === 'complete') await this.askWhetherItMayEnd(tx, session, act);
    session.apply(act, tx.now);
    const ended = act.kind === 'complete' ? session.endedTasks.get(act.executionId) : undefined;
    if (ended) this.writer.tellCompleted(tx, session, ended);
  }

  private async askWhetherItMayEnd(tx: Tx, session: WorkflowSession, act: Extract<Act, { kind: 'complete' }>): Promise<void> {
    const wait = session.findWait(act.executionId);
    if (!wait) throw engineErrors.NOTHING_WAITS({ executionId: act.executionId });
    const { executionId, nodeId, locals } = wait;
    const ended = session.endedTasks.get(executionId);
    const taskId = ended?.task.id ?? session.opened.get(executionId)?.taskId;
    const visit = { node: session.node(nodeId), executionId, ...(taskId && { taskId }), ...(locals && { locals }) };
    await this.behaviors.onComplete(tx, session, visit, completionOf(act.output, ended));
  }

  private async ask(tx: Tx, session: WorkflowSession, opened: OpenedWait): Promise<void> {
    if (opened.wait.kind === 'call') return this.call(tx, session, opened);
    const answer = await this.behaviors.onWait(tx, session, opened);
    if (answer) this.note(session, opened, answer);
    else if (opened.wait.kind === 'work') opened.isIncident = true;
  }

  private note(session: WorkflowSession, opened: OpenedWait, answer: Step): void {
    const { executionId } = opened.wait;
    switch (answer.kind) {
      case 'wait':
        if (answer.task) opened.assignment = answer.task;
        return;
      case 'job':
        opened.job = { type: answer.type, payload: answer.payload };
        return;
      case 'complete':
        session.pending.push({ kind: 'complete', executionId, ...(answer.output && { output: answer.output }) });
        return;
      case 'bpmnError':
        session.pending.push({ kind: 'bpmnError', executionId, code: answer.code, ...(answer.message && { message: answer.message }) });
    }
  }

  private async call(tx: Tx, session: WorkflowSession, opened: OpenedWait): Promise<void> {
    const start = await this.calls.startOf(tx, session, opened);
    if (start) await this.start(tx, start);
    else session.pending.push({ kind: 'bpmnError', executionId: opened.wait.executionId, code: engineErrors.NO_SUCH_PROCESS.code });
  }

  private async leave(tx: Tx, session: WorkflowSession, left: LeftWait): Promise<void> {
    const { nodeId, executionId, kind } = left.closed;
    if (kind === 'call') return this.endChild(tx, session, executionId);
    const node = session.node(nodeId);
    if (!this.behaviors.hearsCancel(node)) return;
    const taskId = left.taskId ?? (kind === 'task' ? await this.writer.findTaskId(tx, session, executionId) : undefined);
    await this.behaviors.onCancel(tx, session, { node, executionId, ...(taskId && { taskId }) });
  }

  private async endChild(tx: Tx, session: WorkflowSession, executionId: string): Promise<void> {
    const child = await this.calls.lockChild(tx, session, executionId);
    if (child) await this.run(tx, await this.sessions.openLocked(tx, child), { kind: 'terminate' });
  }

  private async tellParent(tx: Tx, session: WorkflowSession): Promise<void> {
    const { parent } = session.instance;
    if (!parent || !session.ended) return;
    const calling = this.sessions.findRunning(tx, parent.instanceId) ?? (await this.findCalling(tx, parent.instanceId));
    if (!calling?.findWait(parent.executionId)) return;
    await this.run(tx, calling, this.calls.endOf(tx, session, calling, parent.executionId));
  }

  private async findCalling(tx: Tx, instanceId: string): Promise<WorkflowSession | undefined> {
    const instance = await this.sessions.lock(tx, instanceId);
    if (instance.status === 'SUSPENDED') throw engineErrors.INSTANCE_SUSPENDED({ instanceId });
    return instance.status === 'RUNNING' ? this.sessions.openLocked(tx, instance) : undefined;
  }
}

function completionOf(output: JsonObject = {}, { outcome, submission }: Partial<EndedTask> = {}): Completion {
  return { output, ...(outcome !== undefined && { outcome }), ...(submission && { submission }) };
}

function startedEvent(instance: LoadedInstance): ReturnType<typeof engineEvents.instanceStarted> {
  const { id, definitionId, definitionKey, definitionVersion, businessKey, title, parent } = instance;
  const parentId = parent ? { parentId: parent.instanceId } : {};
  const payload = { definitionId, definitionKey, definitionVersion, businessKey, title, ...parentId };
  return engineEvents.instanceStarted(payload, { instanceId: id, after: instance.variables });
}
