import { Injectable } from '@nestjs/common';
import type { Tx, UnitOfWork } from '@fashen/plugin-api';
import { engineEvents } from '../engine.events';
import { JobExecutionService } from './job-execution.service';
import { type LeasedWork, LeaseWorker, WorkerServices } from './lease-worker';

/**
 * Runs the jobs of the database on this node. Any number of nodes may: exactly one gets each job, and the jobs of one instance
 * follow each other because each takes the row lock of its instance first.
 */
@Injectable()
export class JobRunner implements LeasedWork {
  readonly table = 'engine_job';
  private readonly units: UnitOfWork;
  private readonly worker: LeaseWorker;

  constructor(
    private readonly execution: JobExecutionService,
    services: WorkerServices,
  ) {
    this.units = services.units;
    this.worker = new LeaseWorker(this, services);
    services.wakeCalls.on('jobs', () => this.worker.wake());
  }

  start(): void {
    this.worker.start();
  }

  /** Lets the jobs at hand end. */
  stop(): Promise<void> {
    return this.worker.stop();
  }

  /** Runs everything that is due now, for tests and command-line programs. Failed jobs wait for their next attempt. */
  runDue(): Promise<void> {
    return this.worker.drain();
  }

  async perform(id: string, owner: string): Promise<void> {
    await this.units.run(this.worker.context(), (tx) => this.execution.run(tx, id, owner));
  }

  attempts(tx: Tx, id: string): Promise<{ made: number; allowed: number } | undefined> {
    return this.execution.attempts(tx, id);
  }

  async stuck(tx: Tx, jobId: string, error: string): Promise<void> {
    const found = await this.execution.attempts(tx, jobId);
    if (!found) return;
    const { type, instanceId } = found.job;
    tx.emit(engineEvents.jobStuck({ jobId, type, error }, instanceId ? { instanceId } : {}));
  }
}
