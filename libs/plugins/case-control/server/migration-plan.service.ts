import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Directory, Jobs, type Page, type Tx } from '@fashen/plugin-api';
import {
  caseControlErrors,
  caseControlEvents,
  isBusy,
  type ItemsQuery,
  type MigrationBody,
  type MigrationDetail,
  type MigrationReply,
  type MigrationsQuery,
  type MigrationState,
  unknownNode,
} from '../model';
import type { MigrationEntity } from './migration.entities';
import { itemReply, migrationReply } from './migration-reply';
import { MigrationRepository } from './migration.repository';
import { MIGRATION_JOB } from './migration-run.service';
import { VersionCasesService } from './version-cases.service';

/** Plans migrations of running cases, and starts their jobs. */
@Injectable()
export class MigrationPlanService {
  constructor(
    private readonly directory: Directory,
    private readonly jobs: Jobs,
    private readonly migrations: MigrationRepository,
    private readonly cases: VersionCasesService,
  ) {}

  async plan(tx: Tx, body: MigrationBody): Promise<MigrationReply> {
    const { processKey, fromVersion, toVersion, nodes, reason } = body;
    if (fromVersion === toVersion) throw caseControlErrors.SAME_VERSION({ version: toVersion });
    const { from, to } = await this.cases.requireVersions(tx, body);
    const nodeId = unknownNode(nodes, await this.cases.model(tx, from), await this.cases.model(tx, to));
    if (nodeId !== undefined) throw caseControlErrors.NODE_UNKNOWN({ nodeId });

    const planned = { state: 'PLANNED' as const, plannedBy: tx.actor.personId, plannedAt: tx.now.getTime() };
    const names = { processKey, fromVersion, toVersion };
    const row = { id: randomUUID(), ...names, toDefinitionId: to.id, nodesJson: JSON.stringify(nodes), reason, ...planned };
    await this.migrations.add(tx, row);
    tx.emit(caseControlEvents.migrationPlanned({ migrationId: row.id, ...names }, { reason }));
    return this.reply(tx, row);
  }

  /** Looks at every case that runs in the old version. May be asked again until the migration is run. */
  async check(tx: Tx, id: string): Promise<MigrationReply> {
    const migration = await this.require(tx, id);
    if (migration.state === 'DONE') throw caseControlErrors.MIGRATION_DONE({ migrationId: id });
    await this.begin(tx, migration, 'CHECKING');
    const cases = await this.cases.running(tx, migration.processKey, migration.fromVersion);
    const items = cases.map(({ id: instanceId, businessKey }) => ({ id: randomUUID(), instanceId, businessKey }));
    await this.migrations.replaceItems(tx, id, items);
    return this.reply(tx, await this.require(tx, id));
  }

  /** Migrates the cases that were found to fit. */
  async execute(tx: Tx, id: string): Promise<MigrationReply> {
    const migration = await this.require(tx, id);
    if (migration.state === 'PLANNED' || migration.state === 'DONE') throw caseControlErrors.NOT_CHECKED({ migrationId: id });
    await this.begin(tx, migration, 'RUNNING');
    return this.reply(tx, await this.require(tx, id));
  }

  /** Tries once more the cases that failed several times. */
  async retry(tx: Tx, id: string): Promise<MigrationReply> {
    const migration = await this.require(tx, id);
    await this.begin(tx, migration, 'RUNNING');
    if ((await this.migrations.moveItems(tx, id, 'FAILED', 'FITS')) === 0) throw caseControlErrors.NOTHING_FAILED({ migrationId: id });
    return this.reply(tx, await this.require(tx, id));
  }

  async list(tx: Tx, query: MigrationsQuery): Promise<Page<MigrationReply>> {
    const rows = await this.migrations.list(tx, query);
    const items: MigrationReply[] = [];
    for (const row of rows.slice(0, query.limit)) items.push(await this.reply(tx, row));
    const last = items.at(-1);
    return { items, ...(last && rows.length > query.limit && { next: `${last.plannedAt}.${last.id}` }) };
  }

  async get(tx: Tx, id: string, query: ItemsQuery): Promise<MigrationDetail> {
    const reply = await this.reply(tx, await this.require(tx, id));
    const rows = await this.migrations.listItems(tx, id, query);
    const items = rows.slice(0, query.limit).map(itemReply);
    const last = items.at(-1);
    return { ...reply, items: { items, ...(last && rows.length > query.limit && { next: String(last.seq) }) } };
  }

  private async begin(tx: Tx, { id, state }: MigrationEntity, next: MigrationState): Promise<void> {
    if (isBusy(state) || !(await this.migrations.setState(tx, id, state, next)))
      throw caseControlErrors.MIGRATION_BUSY({ migrationId: id });
    await this.jobs.add(tx, { type: MIGRATION_JOB, payload: { migrationId: id } });
  }

  private async require(tx: Tx, id: string): Promise<MigrationEntity> {
    const migration = await this.migrations.find(tx, id);
    if (!migration) throw caseControlErrors.MIGRATION_MISSING({ migrationId: id });
    return migration;
  }

  private async reply(tx: Tx, migration: MigrationEntity): Promise<MigrationReply> {
    const counts = await this.migrations.countItems(tx, migration.id);
    const names = await this.directory.names(tx, [migration.plannedBy]);
    return migrationReply(migration, counts, names.get(migration.plannedBy));
  }
}
