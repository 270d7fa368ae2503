import { Injectable } from '@nestjs/common';
import type { DecisionExplanation, Tx } from '@fashen/plugin-api';
import type { CatalogInput, CatalogResult, Proposal } from '../model';

/** Which rules and figures a case is judged by. */
export interface Pins {
  readonly decisionVersionId: string;
  readonly hearingVersionId: string;
  readonly parameterVersionId: string;
}

/** What an evaluation saw: the proposal of that day, and the inputs per party with the highest proposal so far. */
export interface EvaluationInputs {
  readonly proposal: Proposal;
  readonly parties: readonly CatalogInput[];
}

/** One stored evaluation. `evaluatedAt` in milliseconds since the epoch. */
export interface Evaluation extends Pins {
  readonly id: string;
  readonly seq: number;
  readonly result: CatalogResult;
  readonly inputs: EvaluationInputs;
  readonly explanations: readonly DecisionExplanation[];
  readonly evaluatedAt: number;
}

type EvaluationRow = {
  id: string;
  seq: number;
  result: string;
  inputs: string;
  explanation: string;
  decision_version_id: string;
  hearing_version_id: string;
  parameter_version_id: string;
  evaluated_at: number | string;
};

const HEAD = 'id, seq, result, inputs, decision_version_id, hearing_version_id, parameter_version_id, evaluated_at';

/** Rows of evaluations: inserted, never changed. */
@Injectable()
export class EvaluationRepository {
  /** All evaluations of a case, oldest first, without explanations. A case has few. */
  async history(tx: Tx, instanceId: string): Promise<readonly Evaluation[]> {
    const sql = `SELECT ${HEAD}, '[]' AS explanation FROM legal_review_evaluation WHERE instance_id = ? ORDER BY seq LIMIT 1000`;
    return (await tx.manager.query<EvaluationRow[]>(sql, [instanceId])).map(evaluationOf);
  }

  async findLatest(tx: Tx, instanceId: string): Promise<Evaluation | undefined> {
    const sql = `SELECT ${HEAD}, explanation FROM legal_review_evaluation WHERE instance_id = ? ORDER BY seq DESC LIMIT 1`;
    return (await tx.manager.query<EvaluationRow[]>(sql, [instanceId])).map(evaluationOf)[0];
  }

  async add(tx: Tx, instanceId: string, evaluation: Evaluation): Promise<void> {
    await tx.manager.query(
      `INSERT INTO legal_review_evaluation
       (id, instance_id, seq, result, inputs, explanation, decision_version_id, hearing_version_id, parameter_version_id, evaluated_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        evaluation.id,
        instanceId,
        evaluation.seq,
        JSON.stringify(evaluation.result),
        JSON.stringify(evaluation.inputs),
        JSON.stringify(evaluation.explanations),
        evaluation.decisionVersionId,
        evaluation.hearingVersionId,
        evaluation.parameterVersionId,
        evaluation.evaluatedAt,
      ],
    );
  }
}

const evaluationOf = (row: EvaluationRow): Evaluation => ({
  id: row.id,
  seq: row.seq,
  result: JSON.parse(row.result) as CatalogResult,
  inputs: JSON.parse(row.inputs) as EvaluationInputs,
  explanations: JSON.parse(row.explanation) as DecisionExplanation[],
  decisionVersionId: row.decision_version_id,
  hearingVersionId: row.hearing_version_id,
  parameterVersionId: row.parameter_version_id,
  evaluatedAt: Number(row.evaluated_at),
});
