import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Tx } from '@fashen/plugin-api';
import { CaseClocks } from '@fashen/plugins/deadline/model';
import { legalReviewErrors, opinionOf, REVIEW_CLOCK } from '../model';
import { OpinionRepository } from './opinion.repository';

/** The section head's task. It ends with a signature, or the refusal of one, and in no other way. */
@Injectable()
export class SignatureBehavior implements ActivityBehavior {
  readonly extension = 'legal-review:Signature';

  constructor(
    private readonly opinions: OpinionRepository,
    private readonly clocks: CaseClocks,
  ) {}

  async onComplete(tx: Tx, { instanceId, taskId }: Activity): Promise<void> {
    const opinion = (await this.opinions.ofCase(tx, instanceId)).at(-1);
    if (opinion?.signature === undefined || opinion.signature.taskId !== taskId) throw legalReviewErrors.SIGNATURE_MISSING({ taskId });
    if (!opinion.signature.agrees) return;
    // A signed opinion ends the clock of the review, or lets it stand still while advice is asked for.
    if (opinionOf(opinion.code).clock === 'PAUSES') await this.clocks.hold(tx, instanceId, REVIEW_CLOCK, 'EXPERT');
    else await this.clocks.end(tx, instanceId, REVIEW_CLOCK);
  }
}
