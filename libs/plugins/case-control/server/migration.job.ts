import { Injectable } from '@nestjs/common';
import type { JobHandler, Tx } from '@fashen/plugin-api';
import { MIGRATION_JOB, MigrationRunService } from './migration-run.service';

type Payload = { readonly migrationId: string };

/** Works off the next case of a migration and queues itself for the one after. */
@Injectable()
export class MigrationJob implements JobHandler<Payload> {
  readonly type = MIGRATION_JOB;

  constructor(private readonly service: MigrationRunService) {}

  run(tx: Tx, { migrationId }: Payload, { attempt }: { attempt: number }): Promise<void> {
    return this.service.runNext(tx, migrationId, attempt);
  }
}
