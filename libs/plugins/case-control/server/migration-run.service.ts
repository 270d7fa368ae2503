import { Injectable } from '@nestjs/common';
import { Instances, isWorkflowError, Jobs, Moves, type Tx } from '@fashen/plugin-api';
import { caseControlErrors, isBusy, WORK_OF } from '../model';
import type { MigrationEntity, MigrationItemEntity } from './migration.entities';
import { MigrationRepository } from './migration.repository';

/** Type of the job that works off a migration. */
export const MIGRATION_JOB = 'case-control.migrate';

/** After as many failures of the same case it is left where it is, and the next one has its turn. */
const TRIES_PER_CASE = 3;

/**
 * Works off one case at a time. What becomes of the case, the note about it and the job for the next one are one transaction, so that
 * a node that dies leaves every case either untouched or migrated and noted.
 */
@Injectable()
export class MigrationRunService {
  constructor(
    private readonly instances: Instances,
    private readonly moves: Moves,
    private readonly jobs: Jobs,
    private readonly migrations: MigrationRepository,
  ) {}

  async runNext(tx: Tx, migrationId: string, attempt: number): Promise<void> {
    const migration = await this.migrations.lock(tx, migrationId);
    if (!migration || !isBusy(migration.state)) return;
    const { takes, then } = WORK_OF[migration.state];
    const item = await this.migrations.lockNextItem(tx, migrationId, takes);
    if (!item) {
      await this.migrations.setState(tx, migrationId, migration.state, then);
      return;
    }
    if (attempt > TRIES_PER_CASE) await this.migrations.setItem(tx, item.id, 'FAILED', { code: caseControlErrors.MIGRATION_FAILED.code });
    else await this.workOff(tx, migration, item);
    await this.jobs.add(tx, { type: MIGRATION_JOB, payload: { migrationId } });
  }

  private async workOff(tx: Tx, migration: MigrationEntity, item: MigrationItemEntity): Promise<void> {
    const { instanceId } = item;
    const { status, definitionVersion } = await this.instances.lock(tx, instanceId);
    if (status !== 'RUNNING' || definitionVersion !== migration.fromVersion)
      return this.migrations.setItem(tx, item.id, 'GONE', { status, definitionVersion });
    const nodes = JSON.parse(migration.nodesJson) as Record<string, string>;
    const move = { instanceId, definitionId: migration.toDefinitionId, nodes };
    const verdict = await this.verdictOf(tx, move);
    if (verdict) return this.migrations.setItem(tx, item.id, 'MISFIT', verdict);
    if (migration.state === 'CHECKING') return this.migrations.setItem(tx, item.id, 'FITS');

    await this.moves.migrate(tx, { ...move, reason: migration.reason });
    await this.migrations.setItem(tx, item.id, 'MIGRATED');
  }

  /** Why the case cannot go there. Looking writes nothing, so what is refused here is a verdict and no failure. */
  private async verdictOf(tx: Tx, move: Parameters<Moves['misfit']>[1]): Promise<object | undefined> {
    try {
      return await this.moves.misfit(tx, move);
    } catch (error) {
      if (!isWorkflowError(error) || error.kind === 'busy') throw error;
      return { code: error.code, ...error.params };
    }
  }
}
