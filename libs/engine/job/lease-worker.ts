import { Injectable, Logger } from '@nestjs/common';
import { Clock, isWorkflowError, type RequestContext, systemActor, type Tx, UnitOfWork } from '@fashen/plugin-api';
import { newId } from '@fashen/database';
import { engineErrors } from '../engine.errors';
import { describeFailure, pauseMs } from './attempt.rules';
import { type Claimed, type Lane, LeaseRepository, type LeaseTable } from './lease.repository';
import { WakeCalls } from './wake-calls';
import { type Work, WorkLoop } from './work-loop';

const LEASE_MS = 20_000;
const BATCH = 20;
const SIDE_BY_SIDE = 4;
const LONGEST_PAUSE_MS = 2_000;

/** How often a row was tried, the present attempt included, and how often it may be. */
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
 * Works off one lane: claims due rows in batches, does a few of them side by side, and plans the next attempt of those that fail.
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

  /** What belongs to this worker; the whole table unless the class that extends it says otherwise. */
  protected get lane(): Lane {
    return { table: this.table };
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
    for (let rows = await this.claim(); rows.length > 0; rows = await this.claim()) {
      const queue = [...rows];
      const ends = await Promise.allSettled(Array.from({ length: SIDE_BY_SIDE }, () => this.workOff(queue)));
      // All have ended by now: whoever stops this worker closes the database next.
      const failed = ends.find((end) => end.status === 'rejected');
      if (failed) throw failed.reason;
    }
  }

  async pauseMs(): Promise<number> {
    const { units, leases, clock } = this.services;
    const next = await units.read(this.context(), (tx) => leases.nextDue(tx, this.lane));
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

  private async claim(): Promise<readonly Claimed[]> {
    if (this.isStopping) return [];
    const { units, leases } = this.services;
    const { lane } = this;
    const isDue = await units.read(this.context(), (tx) => leases.isAnythingDue(tx, lane));
    if (!isDue) return [];
    return units.run(this.context(), (tx) => leases.claim(tx, lane, { owner: this.owner, leaseMs: LEASE_MS, limit: BATCH }));
  }

  private async workOff(queue: Claimed[]): Promise<void> {
    for (let row = queue.shift(); row !== undefined && !this.isStopping; row = queue.shift()) await this.tryOne(row);
  }

  private async tryOne({ id, isAbandoned }: Claimed): Promise<void> {
    try {
      if (isAbandoned && (await this.giveUp(id))) return;
      await this.perform(id);
    } catch (error) {
      if (!isWorkflowError(error)) this.logger.error(error instanceof Error ? error.stack : String(error));
      await this.services.units.run(this.context(), (tx) => this.fail(tx, id, describeFailure(error)));
    }
  }

  /** What has killed its node as often as it may be tried is not tried once more. Answers true then. */
  private giveUp(id: string): Promise<boolean> {
    return this.services.units.run(this.context(), async (tx) => {
      const attempts = await this.attempts(tx, id);
      const isOver = attempts !== undefined && attempts.made > attempts.allowed;
      if (isOver) await this.fail(tx, id, engineErrors.NODE_DIED().code);
      return isOver;
    });
  }

  private async fail(tx: Tx, id: string, error: string): Promise<void> {
    const found = await this.attempts(tx, id);
    if (!found) return;
    const attempts = Math.min(found.made, found.allowed);
    const retryAt = attempts < found.allowed ? new Date(tx.now.getTime() + pauseMs(attempts)) : undefined;
    const failure = { id, owner: this.owner, error, attempts, ...(retryAt && { retryAt }) };
    const isMine = await this.services.leases.fail(tx, this.table, failure);
    if (isMine && !retryAt) await this.stuck(tx, id, error);
  }
}
