import { Injectable } from '@nestjs/common';
import { feel } from '@fashen/feel/server';
import { type DecisionResult, Decisions, type JsonObject, type Tx } from '@fashen/plugin-api';
import {
  checkDecisions,
  type CompiledModel,
  compileDecisions,
  decisionRuleErrors,
  type DecisionVersion,
  evaluateDecisions,
  type Evaluation,
  type EvaluationBody,
  parseDecisions,
} from '../model';
import { DecisionVersionRepository } from './decision-version.repository';

/** A version ready to evaluate. */
interface Loaded {
  readonly version: Pick<DecisionVersion, 'id' | 'key' | 'version'>;
  readonly compiled: CompiledModel;
}

/** Versions kept ready. They never change, so an entry is right on every node for ever. */
const CACHE_SIZE = 100;

/** Evaluates decisions. */
@Injectable()
export class DecisionEvaluationService extends Decisions {
  private readonly cache = new Map<string, Loaded>();

  constructor(private readonly repository: DecisionVersionRepository) {
    super();
  }

  /** Refused with `decision-rule.NO_ROW_FITS` when a single-hit table has no answer: the case then waits where it is. */
  async evaluate(tx: Tx, request: { key: string; versionId?: string; input: JsonObject }): Promise<DecisionResult> {
    const loaded = await this.load(tx, request);
    const evaluation = evaluateDecisions(loaded.compiled, { input: request.input, now: tx.now });
    if (evaluation.isUnanswered) throw decisionRuleErrors.NO_ROW_FITS({ decision: request.key });
    return resultOf(loaded, evaluation);
  }

  /** Tries a published decision or a file that is not published; an unanswered case is an answer here. */
  async attempt(tx: Tx, key: string, { input, versionId, xml }: EvaluationBody): Promise<DecisionResult> {
    const loaded = xml === undefined ? await this.load(tx, { key, ...(versionId && { versionId }) }) : await trial(xml);
    return resultOf(loaded, evaluateDecisions(loaded.compiled, { input, now: tx.now }));
  }

  private async load(tx: Tx, { key, versionId }: { key: string; versionId?: string }): Promise<Loaded> {
    const id = versionId ?? (await this.repository.findIdInForce(tx, key, tx.now));
    if (id === undefined) throw decisionRuleErrors.DECISION_MISSING({ decision: key });
    const known = this.cache.get(id) ?? (await this.read(tx, id));
    if (known.version.key !== key) throw decisionRuleErrors.VERSION_MISSING({ versionId: id });
    return known;
  }

  private async read(tx: Tx, versionId: string): Promise<Loaded> {
    const version = await this.repository.find(tx, versionId);
    if (!version) throw decisionRuleErrors.VERSION_MISSING({ versionId });
    const { model } = await parseDecisions(version.xml);
    const compiled = model && compileDecisions(model, feel).compiled;
    if (!compiled) throw new Error(`published decision ${versionId} cannot be read`);
    if (this.cache.size >= CACHE_SIZE) this.cache.clear();
    const loaded = { version, compiled };
    this.cache.set(versionId, loaded);
    return loaded;
  }
}

async function trial(xml: string): Promise<Loaded> {
  const { compiled, findings } = await checkDecisions(xml, feel);
  if (!compiled) throw decisionRuleErrors.MODEL_REFUSED({ findings: findings.map((finding) => ({ ...finding })) });
  return { version: { id: '', key: compiled.model.key, version: 0 }, compiled };
}

const resultOf = ({ version }: Loaded, { output, explanation }: Evaluation): DecisionResult => ({
  versionId: version.id,
  key: version.key,
  version: version.version,
  output,
  explanation,
});
