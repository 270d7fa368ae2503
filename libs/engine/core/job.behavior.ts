import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, JsonObject, Step, Tx } from '@fashen/plugin-api';
import { ExpressionCache } from './expression-cache';

/** `engine:Job type="..." input="= {...}"` on a service or send task: a job of that type, with what the FEEL context gives, completes it. */
@Injectable()
export class JobBehavior implements ActivityBehavior {
  readonly extension = 'engine:Job';

  constructor(private readonly expressions: ExpressionCache) {}

  onWait(tx: Tx, activity: Activity): Promise<Step> {
    const { type, input } = activity.extension;
    const payload = this.expressions.context(input, activity.variables, tx.now);
    return Promise.resolve({ kind: 'job', type: String(type), payload: { ...payload, ...placeOf(activity) } });
  }
}

function placeOf(activity: Activity): JsonObject {
  return { nodeId: activity.nodeId, executionId: activity.executionId };
}
