import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Activity,
  type ActivityBehavior,
  type DecisionResult,
  Decisions,
  type JsonObject,
  type Step,
  type Tx,
} from '@fashen/plugin-api';
import { canonicalJson } from '@fashen/plugins/record/model';
import { decisionBinding, decisionRuleEvents } from '../model';

/** Variable in which a case keeps the version of each decision it was judged by. */
const PINS = 'decisionVersions';

/**
 * A business-rule task asks its decision and goes on with the answer. A case stays with the version that judged it first,
 * so a rule that changes later does not change what was asked of this case.
 */
@Injectable()
export class DecisionRuleBehavior implements ActivityBehavior {
  readonly extension = 'decision-rule:Binding';

  constructor(private readonly decisions: Decisions) {}

  async onWait(tx: Tx, activity: Activity): Promise<Step> {
    const { decision, result } = decisionBinding.parse(activity.extension);
    const versionId = pinOf(activity.variables, decision);
    const evaluated = await this.decisions.evaluate(tx, { key: decision, ...(versionId && { versionId }), input: activity.variables });
    tx.emit(decisionRuleEvents.evaluated(eventOf(evaluated, activity.variables), { instanceId: activity.instanceId }));
    return { kind: 'complete', output: { [result]: evaluated.output, [PINS]: { [decision]: evaluated.versionId } } };
  }
}

function pinOf(variables: JsonObject, decision: string): string | undefined {
  const pins = variables[PINS];
  const pin = typeof pins === 'object' && pins !== null && !Array.isArray(pins) ? (pins as JsonObject)[decision] : undefined;
  return typeof pin === 'string' ? pin : undefined;
}

const eventOf = (
  { key, versionId, explanation }: DecisionResult,
  input: JsonObject,
): { decision: string; versionId: string; hits: readonly number[]; inputHash: string } => ({
  decision: key,
  versionId,
  hits: explanation.rows.filter((row) => row.matched).map((row) => row.index),
  inputHash: createHash('sha256').update(canonicalJson(input)).digest('hex'),
});
