import { Injectable } from '@nestjs/common';
import { type EventSubscriber, Instances, type Json, Tasks, type TaskView, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import { NOTICE_EVENTS, type NoticeFacts, noticesOf } from '../model';
import { DeputyNotices } from './deputy-notices';
import { NoticesService } from './notices.service';

/** Looks up who holds and may claim a task, and tells what the table says. */
@Injectable()
export class NoticePlanner {
  constructor(
    private readonly tasks: Tasks,
    private readonly instances: Instances,
    private readonly notices: NoticesService,
    private readonly deputies: DeputyNotices,
  ) {}

  async tell(tx: Tx, event: WorkflowEvent): Promise<void> {
    const { taskId, clock } = event.payload;
    const task = typeof taskId === 'string' ? await this.tasks.find(tx, taskId) : undefined;
    const planned = noticesOf(event, await this.factsOf(tx, event, task));
    const about = { ...(event.instanceId && { instanceId: event.instanceId }), ...(task && { taskId: task.id }) };
    const params = { ...(task && { step: task.nodeName }), ...(clock !== undefined && { clock }) };
    const standIns = task ? await this.deputies.of(tx, task, planned) : [];
    for (const notice of [...planned.map((one) => ({ ...one, params: {} })), ...standIns])
      await this.notices.tell(tx, { ...notice, ...about, params: { ...params, ...notice.params }, sourceId: sourceOf(event) });
  }

  /** What the event says goes before what the task says now: by the time it is delivered somebody may have claimed it. */
  private async factsOf(tx: Tx, event: WorkflowEvent, task: TaskView | undefined): Promise<NoticeFacts> {
    const { payload, instanceId } = event;
    const tellsHolders = Array.isArray(payload['candidates']);
    const holderId = tellsHolders ? textOf(payload['assigneeId']) : task?.assigneeId;
    const starterId = instanceId && (await this.instances.find(tx, instanceId))?.startedBy;
    return {
      actorId: tx.actor.personId,
      candidates: tellsHolders ? textsOf(payload['candidates']) : (task?.candidates ?? []),
      ...(holderId && { holderId }),
      ...(starterId && { starterId }),
    };
  }
}

const textOf = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const textsOf = (value: Json | undefined): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

function sourceOf({ id, name }: WorkflowEvent): string {
  if (!id) throw new Error(`the delivery of ${name} has no id`);
  return id;
}

/** Brings the events of the table to the planner, after the commit. */
@Injectable()
export class NoticeSubscriber implements EventSubscriber {
  readonly event = NOTICE_EVENTS;
  readonly when = 'afterCommit';

  constructor(private readonly planner: NoticePlanner) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const event of events) await this.planner.tell(tx, event);
  }
}
