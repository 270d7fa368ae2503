import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { changeRows, insertRows, placesOf, selectRows } from '../rows.repository';
import type { SubscriptionEntity } from './instance.entity';

/** A message somebody waits for. Timer starts stand here too, with an empty message name. */
export interface Subscription {
  readonly id: string;
  readonly messageName: string;
  readonly definitionKey: string;
  readonly definitionId: string;
  readonly nodeId: string;
  /** Absent for start events. */
  readonly instanceId?: string;
  readonly executionId?: string;
}

/** Rows of message subscriptions. */
@Injectable()
export class SubscriptionRepository {
  async add(tx: Tx, subscriptions: readonly Subscription[]): Promise<void> {
    const rows = subscriptions.map((one) => ({
      id: one.id,
      message_name: one.messageName,
      definition_key: one.definitionKey,
      definition_id: one.definitionId,
      node_id: one.nodeId,
      instance_id: one.instanceId ?? null,
      execution_id: one.executionId ?? null,
      created_at: tx.now.getTime(),
    }));
    await insertRows(tx, 'engine_subscription', rows);
  }

  /** What an instance waits for stands in another version now. */
  async move(tx: Tx, instanceId: string, to: Pick<Subscription, 'executionId' | 'definitionId' | 'nodeId' | 'messageName'>): Promise<void> {
    const sql =
      'UPDATE engine_subscription SET definition_id = ?, node_id = ?, message_name = ? WHERE instance_id = ? AND execution_id = ?';
    await changeRows(tx, sql, [to.definitionId, to.nodeId, to.messageName, instanceId, to.executionId ?? null]);
  }

  async remove(tx: Tx, instanceId: string, executionIds: readonly string[]): Promise<void> {
    const sql = `DELETE FROM engine_subscription WHERE instance_id = ? AND execution_id IN ${placesOf(executionIds)}`;
    await changeRows(tx, sql, [instanceId, ...executionIds]);
  }

  /** The start event of a process that waits for this message. */
  async findStart(tx: Tx, definitionKey: string, messageName: string): Promise<{ definitionId: string; nodeId: string } | undefined> {
    const rows = await selectRows<SubscriptionEntity>(
      tx,
      'SELECT * FROM engine_subscription WHERE definition_key = ? AND message_name = ? AND instance_id IS NULL ORDER BY id LIMIT 1',
      [definitionKey, messageName],
    );
    return rows.map((row) => ({ definitionId: row.definition_id, nodeId: row.node_id }))[0];
  }

  /** Removes all start events of a process. Answers the nodes of those that were timers. */
  async removeStarts(tx: Tx, definitionKey: string): Promise<{ readonly timers: readonly string[] }> {
    const starts = 'FROM engine_subscription WHERE definition_key = ? AND instance_id IS NULL';
    const rows = await selectRows<SubscriptionEntity>(tx, `SELECT * ${starts} ORDER BY id LIMIT 1000`, [definitionKey]);
    if (rows.length > 0) await changeRows(tx, `DELETE ${starts}`, [definitionKey]);
    return { timers: rows.filter((row) => row.message_name === '').map((row) => row.node_id) };
  }
}
