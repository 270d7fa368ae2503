import { Injectable } from '@nestjs/common';
import { CaseAccess, Instances, type Tx } from '@fashen/plugin-api';
import { circulateErrors, circulateEvents } from '../model';
import { CaseReadersService } from './case-readers.service';
import { type Copy, CopyRepository } from './copy.repository';

/** Readers read. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly access: CaseAccess,
    private readonly instances: Instances,
    private readonly copies: CopyRepository,
    private readonly readers: CaseReadersService,
  ) {}

  /** The actor has read the case. A second time changes nothing: the receipt keeps the first time. */
  async read(tx: Tx, instanceId: string): Promise<{ readonly readAt: number }> {
    const copy = await this.requireOwn(tx, instanceId);
    if (copy.readAt !== undefined) return { readAt: copy.readAt };
    await this.copies.markRead(tx, copy.id);
    tx.emit(circulateEvents.read({ copyId: copy.id, personId: copy.personId }, { instanceId }));
    return { readAt: tx.now.getTime() };
  }

  /** The actor's own copy of a case, which is held until the unit ends. */
  async requireOwn(tx: Tx, instanceId: string): Promise<Copy> {
    await this.access.require(tx, instanceId);
    await this.instances.lock(tx, instanceId);
    const copy = await this.copies.findOf(tx, instanceId, tx.actor.personId);
    if (!copy || !this.readers.stands(tx, copy)) throw circulateErrors.NOT_A_READER({ caseId: instanceId });
    return copy;
  }
}
