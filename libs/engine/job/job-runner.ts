import { Injectable } from '@nestjs/common';
import { JobExecutionService } from './job-execution.service';
import { JobWorker } from './job-worker';
import type { Lane } from './lease.repository';
import { WorkerServices } from './lease-worker';

/** Runs timers and all other jobs whose work stays in the process. */
@Injectable()
export class JobRunner extends JobWorker {
  constructor(execution: JobExecutionService, services: WorkerServices) {
    super(execution, services);
  }

  protected override get lane(): Lane {
    return { table: 'engine_job', except: this.sendingTypes };
  }
}
