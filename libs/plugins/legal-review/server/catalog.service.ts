import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type DecisionResult, Decisions, Instances, type JsonObject, type Tx } from '@fashen/plugin-api';
import {
  catalogBinding,
  type CatalogInput,
  catalogFrom,
  factsOf,
  highestProposal,
  inputsOf,
  legalReviewErrors,
  legalReviewEvents,
  partyData,
  type PartyData,
  type Proposal,
  proposal,
  strictestResult,
  wasHeld,
  type ParameterVersion,
} from '../model';
import { type Evaluation, EvaluationRepository, type Pins } from './evaluation.repository';
import { ParameterSetService } from './parameter-set.service';

/** Which decisions a drawing asks. */
export interface CatalogDecisions {
  readonly decision: string;
  readonly hearingDecision: string;
}

/** A case to be judged: its data, and whether a hearing is on record besides what the data says. */
export interface CaseToJudge {
  readonly instanceId: string;
  readonly variables: JsonObject;
  readonly wasHeard: boolean;
}

/** Holds cases against the catalog. */
@Injectable()
export class CatalogService {
  constructor(
    private readonly decisions: Decisions,
    private readonly parameters: ParameterSetService,
    private readonly repository: EvaluationRepository,
    private readonly instances: Instances,
  ) {}

  findLatest(tx: Tx, instanceId: string): Promise<Evaluation | undefined> {
    return this.repository.findLatest(tx, instanceId);
  }

  /** The parameter version of a case: the one it was first judged by, else the one in force. */
  async parametersOf(tx: Tx, instanceId: string): Promise<ParameterVersion> {
    const [first] = await this.repository.history(tx, instanceId);
    return first ? this.parameters.require(tx, first.parameterVersionId) : this.parameters.requireActive(tx);
  }

  /** Judges a case and keeps the result. The first time pins the versions of rules and figures for the life of the case. */
  async evaluate(tx: Tx, subject: CaseToJudge, decisions: CatalogDecisions): Promise<Evaluation> {
    const evaluation = await this.judge(tx, subject, decisions);
    await this.repository.add(tx, subject.instanceId, evaluation);
    const { id: evaluationId, result, decisionVersionId, parameterVersionId } = evaluation;
    const items = result.items.map((item) => item.code);
    const event = { evaluationId, depth: result.depth, items, hearingRight: result.hearingRight, decisionVersionId, parameterVersionId };
    tx.emit(legalReviewEvents.catalogEvaluated(event, { instanceId: subject.instanceId }));
    return evaluation;
  }

  /**
   * Judges a case without keeping the result. Never milder than any evaluation before: the highest proposal counts, and a result that
   * was once reached stays. The hearing right follows the current draft.
   */
  async judge(tx: Tx, { instanceId, variables, wasHeard }: CaseToJudge, asked?: CatalogDecisions): Promise<Evaluation> {
    const decisions = asked ?? (await this.decisionsOf(tx, instanceId));
    const history = await this.repository.history(tx, instanceId);
    const [first] = history;
    const parameters = first ? await this.parameters.require(tx, first.parameterVersionId) : await this.parameters.requireActive(tx);
    const { draft, party } = proposalOf(variables);
    const hearing = { held: wasHeard || wasHeld(factsOf(variables)) };
    const earlier = history.map((evaluation) => evaluation.inputs.proposal);
    const parties = inputsOf({ draft: highestProposal(draft, earlier), party, hearing });
    const rows = await this.ask(tx, { key: decisions.decision, pin: first?.decisionVersionId, parties, values: parameters.values });
    const rights = await this.ask(tx, {
      key: decisions.hearingDecision,
      pin: first?.hearingVersionId,
      parties: inputsOf({ draft, party, hearing }),
      values: parameters.values,
    });
    const answers = rows.map((row, at) => ({ catalog: row.output, hearing: rights[at]?.output ?? null }));
    return {
      id: randomUUID(),
      seq: (history.at(-1)?.seq ?? 0) + 1,
      result: strictestResult(catalogFrom(answers, parties, parameters.values), history.at(-1)?.result),
      inputs: { proposal: draft, parties },
      explanations: [...rows, ...rights].map((one) => one.explanation),
      ...pinsOf(rows, rights, parameters),
      evaluatedAt: tx.now.getTime(),
    };
  }

  /** The decisions that the drawing of the case asks. */
  private async decisionsOf(tx: Tx, instanceId: string): Promise<CatalogDecisions> {
    const { elements } = await this.instances.model(tx, instanceId);
    const bindings = [...elements.values()].map(({ extensions }) => extensions['legal-review:Catalog']);
    return catalogBinding.parse(bindings.find((binding) => binding !== undefined) ?? {});
  }

  private async ask(tx: Tx, question: Question): Promise<readonly DecisionResult[]> {
    const results: DecisionResult[] = [];
    for (const party of question.parties) {
      const input: JsonObject = { ...asJson(party), parameters: question.values };
      results.push(await this.decisions.evaluate(tx, { key: question.key, ...(question.pin && { versionId: question.pin }), input }));
    }
    return results;
  }
}

/** One decision for every party of a case. */
interface Question {
  readonly key: string;
  readonly pin: string | undefined;
  readonly parties: readonly CatalogInput[];
  readonly values: JsonObject;
}

/** Draft and party of the case data. What cannot be read is named, never guessed. */
export function proposalOf(variables: JsonObject): { draft: Proposal; party: PartyData } {
  const draft = proposal.safeParse(variables['draft'] ?? {});
  const party = partyData.safeParse(variables['party'] ?? {});
  if (draft.success && party.success) return { draft: draft.data, party: party.data };
  const fields = [
    ...(draft.error?.issues ?? []).map((issue) => ['draft', ...issue.path].join('.')),
    ...(party.error?.issues ?? []).map((issue) => ['party', ...issue.path].join('.')),
  ];
  throw legalReviewErrors.DRAFT_UNREADABLE({ fields: fields.slice(0, 20) });
}

function pinsOf(rows: readonly DecisionResult[], rights: readonly DecisionResult[], parameters: ParameterVersion): Pins {
  const [row] = rows;
  const [right] = rights;
  if (!row || !right) throw new Error('a case has at least one party');
  return { decisionVersionId: row.versionId, hearingVersionId: right.versionId, parameterVersionId: parameters.id };
}

const asJson = ({ draft, party, hearing }: CatalogInput): JsonObject => ({ draft: { ...draft, parties: undefined }, party, hearing });
