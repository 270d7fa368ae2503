import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Step, Tx } from '@fashen/plugin-api';
import { LIMITS_DECISION, SummaryRuleService } from './summary-rule.service';

/** Holds the case against the limits of the summary procedure and goes on. Writes `limits`, on which the drawing branches. */
@Injectable()
export class LimitsBehavior implements ActivityBehavior<{ decision?: string }> {
  readonly extension = 'summary:Limits';

  constructor(private readonly rules: SummaryRuleService) {}

  async onWait(tx: Tx, { instanceId, variables, extension }: Activity<{ decision?: string }>): Promise<Step> {
    const limits = await this.rules.limits(tx, instanceId, variables, extension.decision || LIMITS_DECISION);
    return { kind: 'complete', output: { limits } };
  }
}
