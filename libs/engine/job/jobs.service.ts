import { Injectable } from '@nestjs/common';
import { type Incident, Jobs, type NewJob, type Page, type PageRequest, type Tx } from '@fashen/plugin-api';
import { newId } from '@fashen/database';
import { engineErrors } from '../engine.errors';
import { engineEvents } from '../engine.events';
import { limitOf, onlyId, pageOf } from '../page-key';
import { IncidentRepository } from './incident.repository';
import { JobRepository } from './job.repository';

/** Work for later. */
@Injectable()
export class JobsService extends Jobs {
  constructor(
    private readonly repository: JobRepository,
    private readonly stuck: IncidentRepository,
  ) {
    super();
  }

  async add(tx: Tx, job: NewJob): Promise<string> {
    const id = newId();
    const { dueAt = tx.now, ...rest } = job;
    if (job.uniqueKey) await this.repository.removeByKeys(tx, [job.uniqueKey]);
    await this.repository.add(tx, [{ id, dueAt, ...rest }]);
    return id;
  }

  cancel(tx: Tx, uniqueKey: string): Promise<void> {
    return this.repository.removeByKeys(tx, [uniqueKey]);
  }

  async incidents(tx: Tx, page: PageRequest): Promise<Page<Incident>> {
    const limit = limitOf(page);
    const rows = await this.stuck.list(tx, onlyId(page.after) ?? '', limit + 1);
    return pageOf(rows, limit, (last) => [last.jobId]);
  }

  async retry(tx: Tx, jobId: string): Promise<void> {
    const incident = await this.stuck.find(tx, jobId);
    const isAgainOpen = incident && (await this.stuck.retry(tx, incident));
    if (!isAgainOpen) throw engineErrors.JOB_MISSING({ jobId });
    const { type, instanceId } = incident;
    tx.emit(engineEvents.jobRetried({ jobId, type }, instanceId ? { instanceId } : {}));
  }
}
