import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Instances, type Tx } from '@fashen/plugin-api';
import { circulateErrors, circulateEvents, type CommentBody, type CommentReply } from '../model';
import { CommentRepository } from './comment.repository';
import { CopyRepository } from './copy.repository';
import { ReadingService } from './reading.service';

/** Readers say what they think. */
@Injectable()
export class CommentService {
  constructor(
    private readonly reading: ReadingService,
    private readonly instances: Instances,
    private readonly copies: CopyRepository,
    private readonly repository: CommentRepository,
  ) {}

  /** A reader comments. After the end of the case the comment is kept apart from its file. */
  async comment(tx: Tx, instanceId: string, { text }: CommentBody): Promise<CommentReply> {
    const { id: copyId } = await this.reading.requireOwn(tx, instanceId);
    const reasons = await this.copies.reasonsOf(tx, [copyId]);
    if (!reasons.some((one) => one.mode === 'circulation')) throw circulateErrors.NOT_A_READER({ caseId: instanceId });
    const { endedAt } = await this.instances.require(tx, instanceId);
    const afterEnd = endedAt !== undefined;
    const { personId, name: personName } = tx.actor;
    const [id, saidAt] = [randomUUID(), tx.now.getTime()];
    await this.repository.add(tx, { id, copyId, instanceId, personId, text, afterEnd, saidAt });
    const textHash = createHash('sha256').update(text).digest('hex');
    tx.emit(circulateEvents.commented({ commentId: id, copyId, afterEnd, textHash }, { instanceId }));
    return { id, personId, personName, text, at: saidAt };
  }
}
