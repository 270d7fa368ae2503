import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { ControlRequestEntity } from './control-request.entity';

/** Rows of operations that wait for a second person. */
@Injectable()
export class ControlRequestRepository {
  async find(tx: Tx, id: string): Promise<ControlRequestEntity | undefined> {
    return (await tx.manager.findOneBy(ControlRequestEntity, { id })) ?? undefined;
  }

  async findOpen(tx: Tx, instanceId: string, action: string): Promise<ControlRequestEntity | undefined> {
    return (await tx.manager.findOneBy(ControlRequestEntity, { instanceId, action, state: 'OPEN' })) ?? undefined;
  }

  /** Requests on a case, newest first. */
  list(tx: Tx, instanceId: string): Promise<readonly ControlRequestEntity[]> {
    return tx.manager.find(ControlRequestEntity, { where: { instanceId }, order: { requestedAt: 'DESC', id: 'ASC' }, take: 50 });
  }

  async add(tx: Tx, row: ControlRequestEntity): Promise<void> {
    await tx.manager.insert(ControlRequestEntity, row);
  }

  /** Closes an open request. False when somebody was faster. */
  async close(tx: Tx, id: string, state: 'CONFIRMED' | 'REFUSED'): Promise<boolean> {
    const closing = { state, confirmedBy: tx.actor.personId, confirmedAt: tx.now.getTime() };
    const { affected } = await tx.manager.update(ControlRequestEntity, { id, state: 'OPEN' }, closing);
    return affected === 1;
  }
}
