import { Injectable } from '@nestjs/common';
import { Decisions, type JsonObject, type Tx } from '@fashen/plugin-api';
import { CaseGate, proposal } from '@fashen/plugins/legal-review/model';
import { type LimitsAnswer, limitsAnswer, summaryErrors } from '../model';

/** Decision that says how far officers may go on the spot. */
export const LIMITS_DECISION = 'summary-limits';

/** Asks the published limits with the figures of the bureau. */
@Injectable()
export class SummaryRuleService {
  constructor(
    private readonly decisions: Decisions,
    private readonly gate: CaseGate,
  ) {}

  /** The limits for this case. */
  async limits(tx: Tx, instanceId: string, variables: JsonObject, key = LIMITS_DECISION): Promise<LimitsAnswer> {
    const parameters = await this.gate.parametersOf(tx, instanceId);
    const draft = proposal.parse(variables['draft'] ?? {});
    const { output } = await this.decisions.evaluate(tx, { key, input: { ...variables, draft, parameters } });
    const answer = limitsAnswer.safeParse(output);
    if (!answer.success) throw summaryErrors.RULE_UNREADABLE({ decision: key });
    return answer.data;
  }
}
