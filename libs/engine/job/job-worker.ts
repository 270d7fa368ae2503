import type { Tx } from '@fashen/plugin-api';
import { engineEvents } from '../engine.events';
import { JobExecutionService } from './job-execution.service';
import { type Attempts, LeaseWorker, WorkerServices } from './lease-worker';

/**
 * Runs jobs of the database on this node. Any number of nodes may: exactly one gets each job, and the jobs of one instance
 * follow each other because each takes the row lock of its instance first.
 */
export abstract class JobWorker extends LeaseWorker {
  protected constructor(
    private readonly execution: JobExecutionService,
    services: WorkerServices,
  ) {
    super('engine_job', services);
  }

  /** Types of jobs with work that leaves the process. */
  protected get sendingTypes(): readonly string[] {
    return this.execution.sendingTypes;
  }

  protected async perform(id: string): Promise<void> {
    const sending = await this.read((tx) => this.execution.findSending(tx, id));
    // What is sent cannot be taken back, so it is sent under a whole lease or not at all.
    if (sending && !(await this.hold(id))) return;
    const sent = sending && (await this.execution.send((work) => this.read(work), sending));
    await this.services.units.run(this.context(), (tx) => this.execution.run(tx, id, () => this.take(tx, id), sent));
  }

  protected attempts(tx: Tx, id: string): Promise<Attempts | undefined> {
    return this.execution.attempts(tx, id);
  }

  protected async stuck(tx: Tx, jobId: string, error: string): Promise<void> {
    const found = await this.execution.attempts(tx, jobId);
    if (!found) return;
    const { type, instanceId } = found.job;
    tx.emit(engineEvents.jobStuck({ jobId, type, error }, instanceId ? { instanceId } : {}));
  }

  private read<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.services.units.read(this.context(), work);
  }
}
