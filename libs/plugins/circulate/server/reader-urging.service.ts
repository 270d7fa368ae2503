import { Injectable } from '@nestjs/common';
import { CaseAccess, Instances, type Tx } from '@fashen/plugin-api';
import { circulateErrors, type UrgeTally, type UrgingBody } from '../model';
import { CopyRepository } from './copy.repository';
import { UrgeBookService } from './urge-book.service';

/** Asks readers to read. */
@Injectable()
export class ReaderUrgingService {
  constructor(
    private readonly access: CaseAccess,
    private readonly instances: Instances,
    private readonly copies: CopyRepository,
    private readonly book: UrgeBookService,
  ) {}

  /** Urges a reader who has not read yet. Only who sent the copy, or may urge anything. */
  async urge(tx: Tx, copyId: string, body: UrgingBody): Promise<UrgeTally> {
    const found = await this.copies.find(tx, copyId);
    const missing = circulateErrors.COPY_MISSING({ copyId });
    if (!found) throw missing;
    const { instanceId, personId } = found;
    await this.access.requireOr(tx, instanceId, missing);
    await this.instances.lock(tx, instanceId);
    await this.requireUnread(tx, copyId);
    const refusal = await this.book.refusalOf(tx, copyId);
    if (refusal) throw refusal;
    return this.book.add(tx, { id: copyId, instanceId, copyId, personIds: [personId], candidates: [] }, body);
  }

  private async requireUnread(tx: Tx, copyId: string): Promise<void> {
    const copy = await this.copies.find(tx, copyId);
    if (!copy || copy.withdrawnAt !== undefined) throw circulateErrors.COPY_MISSING({ copyId });
    const reasons = await this.copies.reasonsOf(tx, [copyId]);
    const isSender = reasons.some((reason) => reason.sentBy === tx.actor.personId);
    if (!isSender && !tx.actor.permissions.includes('circulate.urgeAny')) throw circulateErrors.NOT_ALLOWED_TO_URGE({ copyId });
    if (copy.readAt !== undefined) throw circulateErrors.ALREADY_READ({ copyId });
  }
}
