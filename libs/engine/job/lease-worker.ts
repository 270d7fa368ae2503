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

/** What a kind of rows needs besides the lease. */
export interface LeasedWork {
  readonly table: LeaseTable;
  /** Does one row in its own unit of work, which also removes the row. */
  perform(id: string, owner: string): Promise<void>;
  /** Attempts so far and allowed; absent when the row is gone. */
  attempts(tx: Tx, id: string): Promise<{ readonly made: number; readonly allowed: number } | undefined>;
  /** Called in the unit that marks the row as stuck. */
  stuck(tx: Tx, id: string, error: string): Promise<void>;
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

/** Claims due rows in batches, works them off a few at a time, and plans the next attempt of those that fail. */
export class LeaseWorker implements Work {
  readonly owner = newId();
  private isStopping = false;
  private readonly loop = new WorkLoop(this);
  private readonly logger: Logger;

  constructor(
    private readonly work: LeasedWork,
    private readonly services: WorkerServices,
  ) {
    this.logger = new Logger(work.table);
  }

  start(): void {
    this.isStopping = false;
    this.loop.start();
  }

  /** Lets the rows at hand end and gives back those that were claimed with them. */
  async stop(): Promise<void> {
    this.isStopping = true;
    await this.loop.stop();
    const { units, leases } = this.services;
    await units.run(this.context(), (tx) => leases.release(tx, this.work.table, this.owner));
  }

  wake(): void {
    this.loop.wake();
  }

  /** Works until nothing is due. */
  async drain(): Promise<void> {
    for (let ids = await this.claim(); ids.length > 0; ids = await this.claim()) {
      const queue = [...ids];
      await Promise.all(Array.from({ length: SIDE_BY_SIDE }, () => this.workOff(queue)));
    }
  }

  async pauseMs(): Promise<number> {
    const { units, leases, clock } = this.services;
    const next = await units.read(this.context(), (tx) => leases.nextDue(tx, this.work.table));
    return next ? Math.min(next.getTime() - clock.now().getTime(), LONGEST_PAUSE_MS) : LONGEST_PAUSE_MS;
  }

  failed(error: unknown): void {
    this.logger.error(describeFailure(error));
  }

  /** The context of what this worker does. */
  context(): RequestContext {
    return { actor: systemActor, now: this.services.clock.now(), locale: 'zh-CN', requestId: newId() };
  }

  private async claim(): Promise<readonly string[]> {
    if (this.isStopping) return [];
    const { units, leases } = this.services;
    const { table } = this.work;
    const isDue = await units.read(this.context(), (tx) => leases.isAnythingDue(tx, table));
    if (!isDue) return [];
    return units.run(this.context(), (tx) => leases.claim(tx, table, { owner: this.owner, leaseMs: LEASE_MS, limit: BATCH }));
  }

  private async workOff(queue: string[]): Promise<void> {
    for (let id = queue.shift(); id !== undefined && !this.isStopping; id = queue.shift()) await this.tryOne(id);
  }

  private async tryOne(id: string): Promise<void> {
    try {
      await this.work.perform(id, this.owner);
    } catch (error) {
      if (!isWorkflowError(error)) this.logger.error(error instanceof Error ? error.stack : String(error));
      await this.services.units.run(this.context(), (tx) => this.fail(tx, id, describeFailure(error)));
    }
  }

  private async fail(tx: Tx, id: string, error: string): Promise<void> {
    const attempts = await this.work.attempts(tx, id);
    if (!attempts) return;
    const made = attempts.made + 1;
    const retryAt = made < attempts.allowed ? new Date(tx.now.getTime() + pauseMs(made)) : undefined;
    const isMine = await this.services.leases.fail(tx, this.work.table, { id, owner: this.owner, error, ...(retryAt && { retryAt }) });
    if (isMine && !retryAt) await this.work.stuck(tx, id, error);
  }
}
