import { Injectable, Logger } from '@nestjs/common';
import { Clock, isWorkflowError, type RequestContext, systemActor, type Tx, UnitOfWork } from '@fashen/plugin-api';
import { newId } from '@fashen/database';
import { describeFailure, pauseMs } from './attempt.rules';
import { LeaseRepository, type LeaseTable } from './lease.repository';
import { WakeCalls } from './wake-calls';
import { type Work, WorkLoop } from './work-loop';

const LEASE_MS = 20_000;
const BATCH = 20;
const SIDE_BY_SIDE = 4;
const LONGEST_PAUSE_MS = 2_000;

/** How often a row was tried in vain, and how often it may be. */
export interface Attempts {
  readonly made: number;
  readonly allowed: number;
}

/** The services a worker uses. */
@Injectable()
export class WorkerServices {
  constructor(
    readonly units: UnitOfWork,
    readonly clock: Clock,
    readonly leases: LeaseRepository,
    readonly wakeCalls: WakeCalls,
  ) {}
}

/**
 * Works off one table: claims due rows in batches, does a few of them side by side, and plans the next attempt of those that fail.
 * What is done with a row is said by the class that extends it.
 */
export abstract class LeaseWorker implements Work {
  private readonly owner = newId();
  private isStopping = false;
  private readonly loop = new WorkLoop(this);
  private readonly logger: Logger;

  protected constructor(
    private readonly table: LeaseTable,
    protected readonly services: WorkerServices,
  ) {
    this.logger = new Logger(table);
    services.wakeCalls.on(table, () => this.loop.wake());
  }

  /** Does one row in its own unit of work, which also takes the row out. */
  protected abstract perform(id: string): Promise<void>;
  /** Absent when the row is gone. */
  protected abstract attempts(tx: Tx, id: string): Promise<Attempts | undefined>;
  /** Called in the unit that marks the row as stuck. */
  protected abstract stuck(tx: Tx, id: string, error: string): Promise<void>;

  start(): void {
    this.isStopping = false;
    this.loop.start();
  }

  /** Lets the rows at hand end and gives back those that were claimed with them. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.loop.stop();
    const { units, leases } = this.services;
    await units.run(this.context(), (tx) => leases.release(tx, this.table, this.owner));
  }

  /** Starts the lease of a row anew. Answers false when it belongs to somebody else by now. */
  protected hold(id: string): Promise<boolean> {
    const lease = { id, owner: this.owner, leaseMs: LEASE_MS };
    return this.services.units.run(this.context(), (tx) => this.services.leases.extend(tx, this.table, lease));
  }

  /** Works until nothing is due; tests and command-line programs call it without the loop. Failed rows wait for their next attempt. */
  async runDue(): Promise<void> {
    for (let ids = await this.claim(); ids.length > 0; ids = await this.claim()) {
      const queue = [...ids];
      const ends = await Promise.allSettled(Array.from({ length: SIDE_BY_SIDE }, () => this.workOff(queue)));
      // All have ended by now: whoever stops this worker closes the database next.
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed) throw failed.reason;
    }
  }

  async pauseMs(): Promise<number> {
    const { units, leases, clock } = this.services;
    const next = await units.read(this.context(), (tx) => leases.nextDue(tx, this.table));
    return next ? Math.min(next.getTime() - clock.now().getTime(), LONGEST_PAUSE_MS) : LONGEST_PAUSE_MS;
  }

  failed(error: unknown): void {
    this.logger.error(describeFailure(error));
  }

  /** The context of what this worker does. */
  protected context(): RequestContext {
    return { actor: systemActor, now: this.services.clock.now(), locale: 'zh-CN', requestId: newId() };
  }

  /** Takes out a row that is about to be worked on. Answers false when it is gone or belongs to somebody else by now. */
  protected take(tx: Tx, id: string): Promise<boolean> {
    return this.services.leases.take(tx, this.table, id, this.owner);
  }

  private async claim(): Promise<readonly string[]> {
    if (this.isStopping) return [];
    const { units, leases } = this.services;
    const { table } = this;
    const isDue = await units.read(this.context(), (tx) => leases.isAnythingDue(tx, table));
    if (!isDue) return [];
    return units.run(this.context(), (tx) => leases.claim(tx, table, { owner: this.owner, leaseMs: LEASE_MS, limit: BATCH }));
  }

  private async workOff(queue: string[]): Promise<void> {
    for (let id = queue.shift(); id !== undefined && !this.isStopping; id = queue.shift()) await this.tryOne(id);
  }

  private async tryOne(id: string): Promise<void> {
    try {
      await this.perform(id);
    } catch (error) {
      if (!isWorkflowError(error)) this.logger.error(error instanceof Error ? error.stack : String(error));
      await this.services.units.run(this.context(), (tx) => this.fail(tx, id, describeFailure(error)));
    }
  }

  private async fail(tx: Tx, id: string, error: string): Promise<void> {
    const attempts = await this.attempts(tx, id);
    if (!attempts) return;
    const made = attempts.made + 1;
    const retryAt = made < attempts.allowed ? new Date(tx.now.getTime() + pauseMs(made)) : undefined;
    const isMine = await this.services.leases.fail(tx, this.table, { id, owner: this.owner, error, ...(retryAt && { retryAt }) });
    if (isMine && !retryAt) await this.stuck(tx, id, error);
  }
}
