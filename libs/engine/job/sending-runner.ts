import { Injectable } from '@nestjs/common';
import { JobExecutionService } from './job-execution.service';
import { JobWorker } from './job-worker';
import type { Lane } from './lease.repository';
import { WorkerServices } from './lease-worker';

/** Runs jobs that send mail and HTTP requests, apart from all others: a receiver that lets us wait keeps no timer waiting. */
@Injectable()
export class SendingRunner extends JobWorker {
  constructor(execution: JobExecutionService, services: WorkerServices) {
    super(execution, services);
  }

  protected override get lane(): Lane {
    return { table: 'engine_job', only: this.sendingTypes };
  }
}
