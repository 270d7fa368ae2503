import { Injectable } from '@nestjs/common';
import type { JsonObject, Tx } from '@fashen/plugin-api';
import { legalReviewEvents } from '../model';
import { draftTextOf } from './draft-text';
import { type FreezeCause, type FrozenDraft, FrozenDraftRepository } from './frozen-draft.repository';

/** Keeps what the draft was at the moments that matter. */
@Injectable()
export class FrozenDraftService {
  constructor(private readonly repository: FrozenDraftRepository) {}

  ofCase(tx: Tx, instanceId: string): Promise<readonly FrozenDraft[]> {
    return this.repository.ofCase(tx, instanceId);
  }

  /** Keeps the draft as it stands in the given case data. */
  async freeze(tx: Tx, instanceId: string, cause: FreezeCause, variables: JsonObject): Promise<void> {
    const text = draftTextOf(variables);
    const kept = await this.repository.ofCase(tx, instanceId);
    const seq = (kept.at(-1)?.seq ?? 0) + 1;
    await this.repository.add(tx, instanceId, { seq, cause, text });
    const { sha256, sm3 } = text;
    if (cause === 'HEARD') tx.emit(legalReviewEvents.hearingHeld({ draftHash: sha256 }, { instanceId }));
    else if (cause === 'DISCUSSED') tx.emit(legalReviewEvents.draftDiscussed({ draftHash: sha256 }, { instanceId }));
    else tx.emit(legalReviewEvents.draftFrozen({ version: versionOf(kept) + 1, sha256, sm3 }, { instanceId }));
  }
}

/** How many drafts the handling unit has handed over. */
export const versionOf = (kept: readonly FrozenDraft[]): number => kept.filter((draft) => draft.cause === 'DRAFTED').length;

/** The last draft kept for a reason. */
export const lastOf = (kept: readonly FrozenDraft[], cause: FreezeCause): FrozenDraft | undefined =>
  kept.filter((draft) => draft.cause === cause).at(-1);
