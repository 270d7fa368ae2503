import { Injectable } from '@nestjs/common';
import { type Activity, type ActivityBehavior, type Completion, type JsonObject, mergePatch, type Step, type Tx } from '@fashen/plugin-api';
import { COPY, copyRule } from '../model';
import { type DrawnStep, SendingService } from './sending.service';

/** A step that sends copies when it begins or when it is passed. */
@Injectable()
export class CopyBehavior implements ActivityBehavior {
  readonly extension = COPY;

  constructor(private readonly sending: SendingService) {}

  async onWait(tx: Tx, activity: Activity): Promise<Step> {
    await this.sending.sendDrawn(tx, stepOf(activity, activity.variables), 'enter');
    return { kind: 'wait' };
  }

  async onComplete(tx: Tx, activity: Activity, completion: Completion): Promise<void> {
    await this.sending.sendDrawn(tx, stepOf(activity, mergePatch(activity.variables, completion.output)), 'pass');
  }
}

const stepOf = ({ instanceId, nodeId, extension }: Activity, variables: JsonObject): DrawnStep => ({
  rule: copyRule.parse(extension),
  instanceId,
  nodeId,
  variables,
});
