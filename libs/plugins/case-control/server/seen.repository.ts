import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { Tx } from '@fashen/plugin-api';
import { SeenEntity } from './seen.entity';

/** Rows of who has opened which task. */
@Injectable()
export class SeenRepository {
  async add(tx: Tx, taskId: string): Promise<void> {
    const key = { taskId, personId: tx.actor.personId };
    if (await tx.manager.existsBy(SeenEntity, key)) return;
    await tx.manager.insert(SeenEntity, { ...key, seenAt: tx.now.getTime() });
  }

  /** Those of the tasks that the actor has opened. */
  async listSeen(tx: Tx, taskIds: readonly string[]): Promise<ReadonlySet<string>> {
    const rows = await tx.manager.findBy(SeenEntity, { taskId: In([...taskIds]), personId: tx.actor.personId });
    return new Set(rows.map(({ taskId }) => taskId));
  }
}
