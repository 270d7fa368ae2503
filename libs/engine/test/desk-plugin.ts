import { Injectable } from '@nestjs/common';
import {
  type Activity,
  type ActivityBehavior,
  type Completion,
  defineErrors,
  definePlugin,
  type EndingSeat,
  type EventSubscriber,
  type JobHandler,
  type JobOutcome,
  type Json,
  type JsonObject,
  type Step,
  type Tx,
  type WorkflowEvent,
} from '@fashen/plugin-api';

/** What the plugin under test saw and how it is to behave. One per suite; `reset` before each test. */
export class DeskBook {
  cancelled: string[] = [];
  /** What brought tokens to held tasks: `node cause`. */
  causes: string[] = [];
  completions: Completion[] = [];
  heard: WorkflowEvent[] = [];
  delivered: string[] = [];
  /** Ids of the events of all deliveries, failed ones too. */
  deliveryIds: string[] = [];
  jobs: { payload: JsonObject; attempt: number }[] = [];
  failJobs = 0;
  failDeliveries = 0;
  refuses = '';
  refusesSeatOf = '';
  endingSeats: EndingSeat[] = [];
  vetoes = '';
  outcome: JobOutcome | undefined = undefined;
}

export const book = new DeskBook();

export function resetBook(): void {
  Object.assign(book, new DeskBook());
}

export const deskErrors = defineErrors('desk', { REFUSED: 'forbidden', VETOED: 'conflict' });

/** Who holds a user task: `assignee`, `candidates` (spaces between), `dueIn` hours, `seats` of several who sign. */
@Injectable()
class HolderBehavior implements ActivityBehavior {
  readonly extension = 'desk:Holder';

  onWait(tx: Tx, { extension, nodeId, cause }: Activity): Promise<Step> {
    book.causes.push(`${nodeId} ${cause}`);
    const { assignee, candidates, dueIn, seats } = extension;
    const task = {
      ...(typeof assignee === 'string' && { assigneeId: assignee }),
      ...(typeof candidates === 'string' && { candidates: candidates.split(' ') }),
      ...(typeof seats === 'string' && { seats: seats.split(' ').map((id) => ({ kind: 'SEAT' as const, assigneeId: id })) }),
      ...(typeof dueIn === 'string' && { dueAt: new Date(tx.now.getTime() + Number(dueIn) * 3_600_000) }),
    };
    return Promise.resolve({ kind: 'wait', task });
  }

  onComplete(_tx: Tx, activity: Activity, completion: Completion): Promise<void> {
    book.completions.push(completion);
    if (book.refuses === activity.nodeId) throw deskErrors.REFUSED({ nodeId: activity.nodeId });
    return Promise.resolve();
  }

  onSeatEnd(_tx: Tx, activity: Activity, seat: EndingSeat): Promise<void> {
    book.endingSeats.push(seat);
    if (book.refusesSeatOf === seat.task.assigneeId) throw deskErrors.REFUSED({ nodeId: activity.nodeId });
    return Promise.resolve();
  }

  onCancel(_tx: Tx, activity: Activity): Promise<void> {
    book.cancelled.push(`${activity.nodeId}:${activity.taskId ? 'task' : 'none'}`);
    return Promise.resolve();
  }
}

/** An automatic step: `answer` = complete | bpmnError | job | wait, `set` = name of a variable to write. */
@Injectable()
class AutoBehavior implements ActivityBehavior {
  readonly extension = 'desk:Auto';

  onWait(_tx: Tx, { extension }: Activity): Promise<Step> {
    return Promise.resolve(stepOf(extension));
  }
}

function stepOf({ answer, set }: JsonObject): Step {
  if (answer === 'bpmnError') return { kind: 'bpmnError', code: String(set) };
  if (answer === 'job') return { kind: 'job', type: 'desk.do', payload: { set: set as Json } };
  if (answer === 'wait') return { kind: 'wait' };
  return { kind: 'complete', output: { [String(set)]: true } };
}

@Injectable()
class DoJob implements JobHandler {
  readonly type = 'desk.do';
  readonly maxAttempts = 3;

  run(_tx: Tx, payload: JsonObject, { attempt }: { attempt: number }): Promise<JobOutcome | void> {
    book.jobs.push({ payload, attempt });
    if (book.failJobs > 0) {
      book.failJobs -= 1;
      throw new Error('the other side does not answer');
    }
    return Promise.resolve(book.outcome);
  }
}

@Injectable()
class Listener implements EventSubscriber {
  readonly event = '*';
  readonly when = 'inTransaction';

  handle(_tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    book.heard.push(...events);
    if (events.some(({ name }) => name === book.vetoes)) throw deskErrors.VETOED();
    return Promise.resolve();
  }
}

@Injectable()
class Courier implements EventSubscriber {
  readonly event = 'engine.task*';
  readonly when = 'afterCommit';

  handle(_tx: Tx, [event]: readonly WorkflowEvent[]): Promise<void> {
    book.deliveryIds.push(event?.id ?? '');
    if (book.failDeliveries > 0) {
      book.failDeliveries -= 1;
      throw new Error('no network');
    }
    book.delivered.push(event?.name ?? '');
    return Promise.resolve();
  }
}

const text = (name: string): object => ({ name, isAttr: true, type: 'String' });
const messages = {
  errors: { 'desk.REFUSED': 'refused', 'desk.VETOED': 'vetoed' },
  ui: {},
  modeler: {},
  lint: {},
};

/** A plugin that does whatever an engine test needs. */
export const deskPlugin = definePlugin({
  id: 'desk',
  moddle: {
    name: 'Desk',
    prefix: 'desk',
    uri: 'urn:fashen:desk:1.0',
    xml: { tagAlias: 'lowerCase' },
    types: [
      { name: 'Holder', superClass: ['Element'], properties: [text('assignee'), text('candidates'), text('dueIn'), text('seats')] },
      { name: 'Auto', superClass: ['Element'], properties: [text('answer'), text('set')] },
    ],
  },
  behaviors: [HolderBehavior, AutoBehavior],
  jobs: [DoJob],
  subscribers: [Listener, Courier],
  messages: { 'zh-CN': messages, en: messages },
});
