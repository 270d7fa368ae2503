import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { type DecisionDraft, decisionRuleErrors, decisionRuleEvents, type DraftBody } from '../model';
import { DecisionDraftRepository } from './decision-draft.repository';

/** Files somebody works on. A draft may be wrong in every way; only publishing is checked. */
@Injectable()
export class DecisionDraftService {
  constructor(private readonly repository: DecisionDraftRepository) {}

  async require(tx: Tx, key: string): Promise<DecisionDraft> {
    const draft = await this.repository.find(tx, key);
    if (!draft) throw decisionRuleErrors.DRAFT_MISSING({ decision: key });
    return draft;
  }

  /** Saves the next revision. Refused when somebody saved another one since `body.revision` was loaded. */
  async save(tx: Tx, key: string, body: DraftBody): Promise<DecisionDraft> {
    const before = await this.repository.find(tx, key);
    const current = before?.revision ?? 0;
    if (current !== body.revision) throw decisionRuleErrors.DRAFT_CONFLICT({ revision: current, by: before?.updatedBy });
    const draft = { key, xml: body.xml, revision: current + 1, updatedBy: tx.actor.personId, updatedAt: tx.now.toISOString() };
    await (before ? this.repository.replace(tx, draft) : this.repository.add(tx, draft));
    tx.emit(decisionRuleEvents.draftSaved({ decision: key, revision: draft.revision }));
    return draft;
  }
}
