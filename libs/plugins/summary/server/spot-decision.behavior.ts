import { Injectable } from '@nestjs/common';
import { type Activity, type ActivityBehavior, type Completion, Instances, mergePatch, type Tx } from '@fashen/plugin-api';
import { CaseGate, proposal } from '@fashen/plugins/legal-review/model';
import { spotRefusal, summaryErrors, summaryFactsOf } from '../model';
import { SummaryRuleService } from './summary-rule.service';

/** Officers decide on the spot. Whatever the drawing let through is judged anew here: limits, catalog, what the party was told and given. */
@Injectable()
export class SpotDecisionBehavior implements ActivityBehavior {
  readonly extension = 'summary:Decision';

  constructor(
    private readonly instances: Instances,
    private readonly rules: SummaryRuleService,
    private readonly gate: CaseGate,
  ) {}

  async onComplete(tx: Tx, { instanceId }: Activity, { output }: Completion): Promise<void> {
    if (await this.instances.parentOf(tx, instanceId)) throw summaryErrors.CALLED();
    const { variables } = await this.instances.lock(tx, instanceId);
    const merged = mergePatch(variables, output);
    const limits = await this.rules.limits(tx, instanceId, merged);
    const { depth } = await this.gate.standing(tx, instanceId, output);
    const { fine } = proposal.parse(merged['draft'] ?? {});
    const refusal = spotRefusal({ facts: summaryFactsOf(merged), limits, fine, depth });
    if (refusal) throw refusal;
  }
}
