import { Injectable } from '@nestjs/common';
import { LessThan, MoreThan } from 'typeorm';
import type { Tx } from '@fashen/plugin-api';
import type { ItemsQuery, ItemState, MigrationsQuery, MigrationState } from '../model';
import { MigrationEntity, MigrationItemEntity } from './migration.entities';

/** A case as it enters a migration. */
export type NewItem = Pick<MigrationItemEntity, 'id' | 'instanceId' | 'businessKey'>;

const CHUNK = 100;

/** Rows of migrations and of their cases. */
@Injectable()
export class MigrationRepository {
  async find(tx: Tx, id: string): Promise<MigrationEntity | undefined> {
    return (await tx.manager.findOneBy(MigrationEntity, { id })) ?? undefined;
  }

  /** Waits for whoever works on this migration; of several that come at once one goes on at a time. */
  async lock(tx: Tx, id: string): Promise<MigrationEntity | undefined> {
    await tx.manager.query('SELECT id FROM case_control_migration WHERE id = ? FOR UPDATE', [id]);
    return this.find(tx, id);
  }

  /** The next case of the state as it stands now, whatever the unit has read before. */
  async lockNextItem(tx: Tx, migrationId: string, state: ItemState): Promise<MigrationItemEntity | undefined> {
    const sql = 'SELECT id FROM case_control_migration_item WHERE migration_id = ? AND state = ? ORDER BY seq LIMIT 1 FOR UPDATE';
    const [row] = await tx.manager.query<{ id: string }[]>(sql, [migrationId, state]);
    return row && ((await tx.manager.findOneBy(MigrationItemEntity, { id: row.id })) ?? undefined);
  }

  /** Newest first, one more than asked for where there are more. Migrations of the same moment stand by id, so that a page begins where the last one ended. */
  list(tx: Tx, { processKey, after, limit }: MigrationsQuery): Promise<readonly MigrationEntity[]> {
    const all = processKey === undefined ? {} : { processKey };
    const { plannedAt, id } = after ?? { plannedAt: 0, id: '' };
    const rest = [
      { ...all, plannedAt: LessThan(plannedAt) },
      { ...all, plannedAt, id: MoreThan(id) },
    ];
    return tx.manager.find(MigrationEntity, { where: after ? rest : all, order: { plannedAt: 'DESC', id: 'ASC' }, take: limit + 1 });
  }

  async add(tx: Tx, row: MigrationEntity): Promise<void> {
    await tx.manager.insert(MigrationEntity, row);
  }

  /** Changes the state if it is still the one the caller has seen. Of two that come at once one is told false. */
  async setState(tx: Tx, id: string, from: MigrationState, to: MigrationState): Promise<boolean> {
    const { affected } = await tx.manager.update(MigrationEntity, { id, state: from }, { state: to });
    return affected === 1;
  }

  /** Puts other cases in the place of those that have not been migrated. */
  async replaceItems(tx: Tx, migrationId: string, items: readonly NewItem[]): Promise<void> {
    await tx.manager.delete(MigrationItemEntity, { migrationId });
    const rows = items.map((item, at) => ({ ...item, migrationId, seq: at + 1, state: 'OPEN' as const, verdictJson: null }));
    for (let at = 0; at < rows.length; at += CHUNK) await tx.manager.insert(MigrationItemEntity, rows.slice(at, at + CHUNK));
  }

  listItems(tx: Tx, migrationId: string, { state, after = 0, limit }: ItemsQuery): Promise<readonly MigrationItemEntity[]> {
    const where = { migrationId, seq: MoreThan(after), ...(state && { state }) };
    return tx.manager.find(MigrationItemEntity, { where, order: { seq: 'ASC' }, take: limit + 1 });
  }

  async setItem(tx: Tx, id: string, state: ItemState, verdict?: object): Promise<void> {
    await tx.manager.update(MigrationItemEntity, { id }, { state, verdictJson: verdict ? JSON.stringify(verdict) : null });
  }

  /** Puts all cases of one state into another. Answers how many. */
  async moveItems(tx: Tx, migrationId: string, from: ItemState, to: ItemState): Promise<number> {
    const { affected } = await tx.manager.update(MigrationItemEntity, { migrationId, state: from }, { state: to, verdictJson: null });
    return affected ?? 0;
  }

  /** How many cases stand how. */
  async countItems(tx: Tx, migrationId: string): Promise<Partial<Record<ItemState, number>>> {
    const sql = 'SELECT state, COUNT(*) AS amount FROM case_control_migration_item WHERE migration_id = ? GROUP BY state';
    const rows = await tx.manager.query<{ state: ItemState; amount: number | string }[]>(sql, [migrationId]);
    return Object.fromEntries(rows.map(({ state, amount }) => [state, Number(amount)]));
  }
}
