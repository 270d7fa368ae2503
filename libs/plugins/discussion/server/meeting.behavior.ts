import { Injectable } from '@nestjs/common';
import { type Activity, type ActivityBehavior, type Completion, type EndingSeat, mergePatch, Tasks, type Tx } from '@fashen/plugin-api';
import { discussionErrors, meetingBinding } from '../model';
import { ConveningService } from './convening.service';
import { MeetingService } from './meeting.service';

/** The steps of a collective discussion. What each says is kept when it ends; what it may not say is refused. */
@Injectable()
export class MeetingBehavior implements ActivityBehavior {
  readonly extension = 'discussion:Meeting';

  constructor(
    private readonly convening: ConveningService,
    private readonly meetings: MeetingService,
    private readonly tasks: Tasks,
  ) {}

  async onComplete(tx: Tx, activity: Activity, { output }: Completion): Promise<void> {
    const { instanceId, variables, extension } = activity;
    const binding = meetingBinding.parse(extension);
    const { step } = binding;
    if (step === 'convene') return this.convening.convene(tx, { processId: instanceId, variables: mergePatch(variables, output), binding });
    if (step === 'conclude') return this.meetings.conclude(tx, instanceId, output);
    // Where the heads have seats each has spoken with their own; in older drawings each head has a visit.
    if (await this.hasSeats(tx, activity)) await this.meetings.requireAllHeard(tx, step, instanceId);
    else await this.meetings.hear(tx, step, { processId: instanceId, output });
  }

  /** One head speaks, or signs. Nobody does it for another (行政处罚法 第五十七条). */
  async onSeatEnd(tx: Tx, { instanceId, extension }: Activity, { task, submission = {} }: EndingSeat): Promise<void> {
    const { step } = meetingBinding.parse(extension);
    if (task.kind !== 'SEAT' || (step !== 'view' && step !== 'sign')) return;
    const { personId } = tx.actor;
    if (task.assigneeId !== personId) throw discussionErrors.NOT_AT_THE_MEETING({ personId });
    await this.meetings.hear(tx, step, { processId: instanceId, output: submission });
  }

  private async hasSeats(tx: Tx, { taskId }: Activity): Promise<boolean> {
    return taskId !== undefined && (await this.tasks.find(tx, taskId))?.mark === 'seats';
  }
}
