import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CaseAccess, Instances, type Tx } from '@fashen/plugin-api';
import { type CorrectionBody, opinionErrors, opinionEvents, type OpinionReply } from '../model';
import { opinionHash } from './digest';
import { refusalOf } from './opinion-refusal';
import { OpinionKeepingService } from './opinion-keeping.service';
import { opinionReply } from './opinion-reply';
import { OpinionRepository } from './opinion.repository';
import { policyAt } from './step-policy';

/** Corrections: a new opinion that names the old one, by the same policy of the step. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly access: CaseAccess,
    private readonly instances: Instances,
    private readonly repository: OpinionRepository,
    private readonly keeping: OpinionKeepingService,
  ) {}

  /** The author corrects. The old opinion stays as it was, and so does what was decided with it. */
  async correct(tx: Tx, opinionId: string, { reason, ...content }: CorrectionBody): Promise<OpinionReply> {
    const old = await this.repository.find(tx, opinionId);
    const missing = opinionErrors.OPINION_MISSING({ opinionId });
    if (!old) throw missing;
    const { instanceId, taskId, nodeId, nodeName, personId } = old;
    await this.access.requireOr(tx, instanceId, missing);
    if (personId !== tx.actor.personId) throw opinionErrors.NOT_THE_AUTHOR({ opinionId });
    await this.instances.lock(tx, instanceId);
    const policy = await policyAt(tx, this.instances, old);
    const refusal = policy && refusalOf(content, policy);
    if (refusal) throw refusal;
    const place = { id: randomUUID(), instanceId, taskId, nodeId, nodeName, personId };
    const hash = opinionHash(content);
    const given = { ...place, ...content, hash, submittedAt: tx.now.getTime(), correctsId: opinionId, reason };
    const corrected = await this.keeping.add(tx, given);
    tx.emit(opinionEvents.corrected({ opinionId: corrected.id, correctsId: opinionId, hash }, { instanceId, reason }));
    return opinionReply(corrected, () => tx.actor.name);
  }
}
