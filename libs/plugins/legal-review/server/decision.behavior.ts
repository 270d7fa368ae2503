import { Injectable } from '@nestjs/common';
import { type Activity, type ActivityBehavior, type Completion, Instances, mergePatch, type Tx } from '@fashen/plugin-api';
import { factsOf, legalReviewErrors } from '../model';
import { CaseStateService } from './case-state.service';

/**
 * The gate. Whoever ends a decision task, by whatever request, passes here: the case is locked, everything is read anew, and an approval
 * without a review that holds is refused. A rejection is always possible. A called process decides nothing: what it was given need not be
 * what was reviewed, and what it answers would reach the case without its gate.
 */
@Injectable()
export class DecisionBehavior implements ActivityBehavior {
  readonly extension = 'legal-review:Decision';

  constructor(
    private readonly instances: Instances,
    private readonly state: CaseStateService,
  ) {}

  async onComplete(tx: Tx, { instanceId }: Activity, { output }: Completion): Promise<void> {
    const { variables } = await this.instances.lock(tx, instanceId);
    const merged = mergePatch(variables, output);
    const { approved } = factsOf(merged).decision;
    if (approved === undefined) throw legalReviewErrors.DECISION_UNCLEAR();
    if (!approved) return;
    if (await this.instances.parentOf(tx, instanceId)) throw legalReviewErrors.DECISION_IN_CALLED_PROCESS();
    await this.state.requireMayDecide(tx, { instanceId, variables: merged }, tx.actor.personId);
  }
}
