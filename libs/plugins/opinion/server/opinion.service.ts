import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CaseAccess, Directory, Instances, type Tx } from '@fashen/plugin-api';
import { type CorrectionBody, opinionErrors, opinionEvents, type OpinionReply } from '../model';
import { opinionHash } from './digest';
import { refusalOf } from './opinion-refusal';
import { type Opinion, OpinionRepository } from './opinion.repository';
import { policyAt } from './step-policy';

/** Submitted opinions. They never change; a correction is a new one that names the old. */
@Injectable()
export class OpinionService {
  constructor(
    private readonly access: CaseAccess,
    private readonly instances: Instances,
    private readonly directory: Directory,
    private readonly repository: OpinionRepository,
  ) {}

  /** Opinions of a case, oldest first. For everybody who sees the case. */
  async list(tx: Tx, instanceId: string): Promise<readonly OpinionReply[]> {
    await this.access.require(tx, instanceId);
    const opinions = await this.repository.ofCase(tx, instanceId);
    const names = await this.directory.names(
      tx,
      opinions.flatMap(({ personId, onBehalfOf }) => [personId, ...(onBehalfOf === undefined ? [] : [onBehalfOf])]),
    );
    return opinions.map((one) => replyOf(one, (personId) => names.get(personId) ?? personId));
  }

  /** The author corrects, by the same policy of the step. The old opinion stays as it was, and so does what was decided with it. */
  async correct(tx: Tx, opinionId: string, { reason, ...content }: CorrectionBody): Promise<OpinionReply> {
    const old = await this.repository.find(tx, opinionId);
    if (!old) throw opinionErrors.OPINION_MISSING({ opinionId });
    const { instanceId, taskId, nodeId, nodeName, personId } = old;
    await this.access.require(tx, instanceId);
    if (personId !== tx.actor.personId) throw opinionErrors.NOT_THE_AUTHOR({ opinionId });
    await this.instances.lock(tx, instanceId);
    const policy = await policyAt(tx, this.instances, old);
    const refusal = policy && refusalOf(content, policy);
    if (refusal) throw refusal;
    const place = { id: randomUUID(), instanceId, taskId, nodeId, nodeName, personId };
    const hash = opinionHash(content);
    const corrected: Opinion = { ...place, ...content, hash, submittedAt: tx.now.getTime(), correctsId: opinionId, reason };
    await this.repository.add(tx, corrected);
    tx.emit(opinionEvents.corrected({ opinionId: corrected.id, correctsId: opinionId, hash }, { instanceId, reason }));
    return replyOf(corrected, () => tx.actor.name);
  }
}

function replyOf({ instanceId: _case, ...opinion }: Opinion, nameOf: (personId: string) => string): OpinionReply {
  const { personId, onBehalfOf } = opinion;
  return { ...opinion, personName: nameOf(personId), ...(onBehalfOf !== undefined && { onBehalfOfName: nameOf(onBehalfOf) }) };
}
