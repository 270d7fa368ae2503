import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';

/** Who can be woken. */
export type Sleeper = 'jobs' | 'outbox';

/**
 * Tells the loops of this node that there is work before their next look. Only saves time: other nodes, and a node
 * that missed a call, find the same work by looking.
 */
@Injectable()
export class WakeCalls {
  private readonly listeners = new Map<Sleeper, () => void>();
  private readonly units = new WeakSet<Tx>();

  /** From now on calls for this sleeper arrive here. */
  on(sleeper: Sleeper, wake: () => void): void {
    this.listeners.set(sleeper, wake);
  }

  call(sleeper: Sleeper): void {
    this.listeners.get(sleeper)?.();
  }

  /** Notes that this unit has added a job that is due at once. */
  expectJob(tx: Tx): void {
    this.units.add(tx);
  }

  expectsJob(tx: Tx): boolean {
    return this.units.has(tx);
  }
}
