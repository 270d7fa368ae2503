import { Injectable } from '@nestjs/common';
import { type Activity, type ActivityBehavior, type Completion, mergePatch, type Tx } from '@fashen/plugin-api';
import { meetingBinding } from '../model';
import { ConveningService } from './convening.service';
import { MeetingService } from './meeting.service';

/** The steps of a collective discussion. What each says is kept when it ends; what it may not say is refused. */
@Injectable()
export class MeetingBehavior implements ActivityBehavior {
  readonly extension = 'discussion:Meeting';

  constructor(
    private readonly convening: ConveningService,
    private readonly meetings: MeetingService,
  ) {}

  async onComplete(tx: Tx, { instanceId, variables, extension }: Activity, { output }: Completion): Promise<void> {
    const binding = meetingBinding.parse(extension);
    const { step } = binding;
    if (step === 'convene') await this.convening.convene(tx, { processId: instanceId, variables: mergePatch(variables, output), binding });
    if (step === 'view') await this.meetings.speak(tx, instanceId, output);
    if (step === 'conclude') await this.meetings.conclude(tx, instanceId, output);
    if (step === 'sign') await this.meetings.sign(tx, instanceId, output);
  }
}
