import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { LeaseTable } from './lease.repository';

/**
 * Tells the loops of this node that there is work before their next look. Only saves time: other nodes, and a node
 * that missed a call, find the same work by looking.
 */
@Injectable()
export class WakeCalls {
  private readonly listeners = new Map<LeaseTable, (() => void)[]>();
  private readonly expected = new WeakMap<Tx, Set<LeaseTable>>();

  /** From now on calls about rows of this table arrive here. */
  on(table: LeaseTable, wake: () => void): void {
    this.listeners.set(table, [...(this.listeners.get(table) ?? []), wake]);
  }

  call(table: LeaseTable): void {
    for (const wake of this.listeners.get(table) ?? []) wake();
  }

  /** Notes that this unit makes a row of the table due at once. */
  expect(tx: Tx, table: LeaseTable): void {
    const tables = this.expected.get(tx) ?? new Set();
    this.expected.set(tx, tables.add(table));
  }

  /** The tables in which the commit of this unit leaves something due. */
  expectedBy(tx: Tx): ReadonlySet<LeaseTable> {
    return this.expected.get(tx) ?? new Set();
  }
}
