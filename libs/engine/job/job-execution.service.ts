import { Injectable } from '@nestjs/common';
import type { JobAtHand, JobHandler, JobOutcome, JsonObject, ReadOnce, Tx } from '@fashen/plugin-api';
import { failpoint } from '@fashen/database';
import { engineErrors } from '../engine.errors';
import { waitsOf } from '../kernel';
import { ExtensionRegistry } from '../plugin-host/extension-registry';
import { CommandService } from '../runtime/command.service';
import type { LoadedInstance } from '../runtime/loaded-instance';
import { OpenSessions } from '../runtime/open-sessions';
import { NO_BEHAVIOR, TIMER } from '../runtime/session-writer';
import { JobRepository, type StoredJob } from './job.repository';
import type { Attempts } from './lease-worker';

const MAX_ATTEMPTS = 5;
/** These act on their activity themselves. */
const OWN_TYPES: ReadonlySet<string> = new Set([TIMER, NO_BEHAVIOR]);

/** Runs one job within a unit of work. */
@Injectable()
export class JobExecutionService {
  constructor(
    private readonly repository: JobRepository,
    private readonly extensions: ExtensionRegistry,
    private readonly commands: CommandService,
    private readonly sessions: OpenSessions,
  ) {}

  /**
   * Locks the instance of the job, has the row taken out, runs the handler and completes the activity the job stands for.
   * Does nothing when the job is gone, belongs to somebody else by now, or its activity waits no more. What a suspended instance was
   * given meanwhile is held until it goes on.
   */
  async run(tx: Tx, jobId: string, take: () => Promise<boolean>, sent?: JsonObject): Promise<void> {
    const job = await this.repository.find(tx, jobId);
    if (!job) return;
    const instance = job.instanceId === undefined ? undefined : await this.sessions.lock(tx, job.instanceId);
    if (instance?.status === 'SUSPENDED') return this.repository.hold(tx, [instance.id]);
    const isWanted = !instance || (await this.isWanted(tx, job, instance));
    const isMine = await take();
    failpoint('after-job-take');
    if (!isMine || !isWanted) return;
    const outcome = await this.handlerOf(job).run(tx, job.payload, { ...atHand(job), ...(sent && { sent }) });
    await this.finishActivity(tx, job, outcome ?? { kind: 'complete' });
  }

  /** Types of jobs with work that leaves the process. */
  get sendingTypes(): readonly string[] {
    return this.extensions.sendingTypes;
  }

  /** A job with work that leaves the process, before it does. */
  async findSending(tx: Tx, jobId: string): Promise<StoredJob | undefined> {
    const job = await this.repository.find(tx, jobId);
    return job && this.extensions.findJob(job.type)?.send ? job : undefined;
  }

  /** Does the work of a job that leaves the process. Called without an open transaction by the node that holds the lease. */
  async send(read: ReadOnce, job: StoredJob): Promise<JsonObject | undefined> {
    return this.extensions.findJob(job.type)?.send?.(read, job.payload, atHand(job));
  }

  /** Attempts so far, the present one included, and allowed; absent when the job is gone. */
  async attempts(tx: Tx, jobId: string): Promise<(Attempts & { readonly job: StoredJob }) | undefined> {
    const job = await this.repository.find(tx, jobId);
    if (!job) return undefined;
    return { made: job.attempts, allowed: this.extensions.findJob(job.type)?.maxAttempts ?? MAX_ATTEMPTS, job };
  }

  private handlerOf({ type }: StoredJob): JobHandler {
    const handler = this.extensions.findJob(type);
    if (!handler) throw engineErrors.JOB_TYPE_UNKNOWN({ type });
    return handler;
  }

  private async finishActivity(tx: Tx, job: StoredJob, outcome: JobOutcome): Promise<void> {
    const { instanceId, executionId, type } = job;
    if (!instanceId || !executionId || OWN_TYPES.has(type)) return;
    const { kind, ...rest } = outcome;
    if (kind === 'complete') await this.commands.act(tx, instanceId, { kind, executionId, ...rest });
    else await this.commands.act(tx, instanceId, { executionId, ...outcome });
  }

  /** False when the job stands for an activity or timer that waits no more. */
  private async isWanted(tx: Tx, { executionId }: StoredJob, instance: LoadedInstance): Promise<boolean> {
    if (!executionId) return true;
    if (instance.status !== 'RUNNING' || !instance.state) return false;
    const { process } = await this.sessions.definitionOf(tx, instance);
    return waitsOf(process, instance.state).some((wait) => wait.executionId === executionId);
  }
}

const atHand = ({ id, attempts, instanceId }: StoredJob): JobAtHand => ({ id, attempt: attempts, ...(instanceId && { instanceId }) });
