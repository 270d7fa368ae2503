import { Injectable } from '@nestjs/common';
import type { Activity, ActivityBehavior, Tx } from '@fashen/plugin-api';
import { legalReviewErrors } from '../model';
import { OpinionRepository } from './opinion.repository';

/** The section head's task. It ends with a signature, or the refusal of one, and in no other way. */
@Injectable()
export class SignatureBehavior implements ActivityBehavior {
  readonly extension = 'legal-review:Signature';

  constructor(private readonly opinions: OpinionRepository) {}

  async onComplete(tx: Tx, { instanceId, taskId }: Activity): Promise<void> {
    const opinion = (await this.opinions.ofCase(tx, instanceId)).at(-1);
    if (opinion?.signature?.taskId !== taskId) throw legalReviewErrors.SIGNATURE_MISSING({ taskId });
  }
}
