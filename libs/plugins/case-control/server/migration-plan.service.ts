import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Definitions, type DefinitionView, Instances, type InstanceSummary, Jobs, type Page, type Tx } from '@fashen/plugin-api';
import {
  caseControlErrors,
  caseControlEvents,
  isBusy,
  type ItemsQuery,
  type ItemState,
  type MigrationBody,
  type MigrationState,
  unknownNode,
} from '../model';
import type { MigrationEntity, MigrationItemEntity } from './migration.entities';
import { MigrationRepository } from './migration.repository';
import { MIGRATION_JOB } from './migration-run.service';

/** A migration with its progress. */
export interface MigrationReply extends MigrationEntity {
  readonly counts: Partial<Record<ItemState, number>>;
}

/** A migration with part of its cases. */
export interface MigrationDetail extends MigrationReply {
  readonly items: Page<MigrationItemEntity>;
}

/** Plans migrations of running cases, and starts their jobs. */
@Injectable()
export class MigrationPlanService {
  constructor(
    private readonly definitions: Definitions,
    private readonly instances: Instances,
    private readonly jobs: Jobs,
    private readonly migrations: MigrationRepository,
  ) {}

  async plan(tx: Tx, body: MigrationBody): Promise<MigrationReply> {
    const { processKey, fromVersion, toVersion, nodes, reason } = body;
    if (fromVersion === toVersion) throw caseControlErrors.SAME_VERSION({ version: toVersion });
    const versions = await this.definitions.versions(tx, processKey);
    const [from, to] = [versionOf(versions, body, fromVersion), versionOf(versions, body, toVersion)];
    const nodeId = unknownNode(nodes, await this.definitions.model(tx, from.id), await this.definitions.model(tx, to.id));
    if (nodeId !== undefined) throw caseControlErrors.NODE_UNKNOWN({ nodeId });

    const planned = { state: 'PLANNED' as const, plannedBy: tx.actor.personId, plannedAt: tx.now.getTime() };
    const names = { processKey, fromVersion, toVersion };
    const row = { id: randomUUID(), ...names, toDefinitionId: to.id, nodesJson: JSON.stringify(nodes), reason, ...planned };
    await this.migrations.add(tx, row);
    tx.emit(caseControlEvents.migrationPlanned({ migrationId: row.id, ...names }, { reason }));
    return { ...row, counts: {} };
  }

  /** Looks at every case that runs in the old version. May be asked again until the migration is run. */
  async check(tx: Tx, id: string): Promise<MigrationReply> {
    const migration = await this.require(tx, id);
    if (migration.state === 'DONE') throw caseControlErrors.MIGRATION_BUSY({ migrationId: id });
    await this.begin(tx, migration, 'CHECKING');
    const cases = await this.casesOf(tx, migration);
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

  async list(tx: Tx, limit: number, before?: number): Promise<readonly MigrationReply[]> {
    const rows = await this.migrations.list(tx, { limit, ...(before !== undefined && { before }) });
    return Promise.all(rows.map((row) => this.reply(tx, row)));
  }

  async get(tx: Tx, id: string, query: ItemsQuery): Promise<MigrationDetail> {
    const reply = await this.reply(tx, await this.require(tx, id));
    const rows = await this.migrations.listItems(tx, id, query);
    const items = rows.slice(0, query.limit);
    const last = items.at(-1);
    return { ...reply, items: { items, ...(last && rows.length > query.limit && { next: String(last.seq) }) } };
  }

  private async begin(tx: Tx, { id, state }: MigrationEntity, next: MigrationState): Promise<void> {
    if (isBusy(state) || !(await this.migrations.setState(tx, id, state, next)))
      throw caseControlErrors.MIGRATION_BUSY({ migrationId: id });
    await this.jobs.add(tx, { type: MIGRATION_JOB, payload: { migrationId: id } });
  }

  private async casesOf(tx: Tx, { processKey, fromVersion }: MigrationEntity): Promise<readonly InstanceSummary[]> {
    const found: InstanceSummary[] = [];
    let after: string | undefined;
    do {
      const query = { definitionKey: processKey, status: 'RUNNING' as const, limit: 200, ...(after !== undefined && { after }) };
      const page = await this.instances.list(tx, query);
      found.push(...page.items.filter(({ definitionVersion }) => definitionVersion === fromVersion));
      after = page.next;
    } while (after !== undefined);
    return found.reverse();
  }

  private async require(tx: Tx, id: string): Promise<MigrationEntity> {
    const migration = await this.migrations.find(tx, id);
    if (!migration) throw caseControlErrors.MIGRATION_MISSING({ migrationId: id });
    return migration;
  }

  private async reply(tx: Tx, migration: MigrationEntity): Promise<MigrationReply> {
    return { ...migration, counts: await this.migrations.countItems(tx, migration.id) };
  }
}

function versionOf(versions: readonly DefinitionView[], { processKey }: MigrationBody, version: number): DefinitionView {
  const found = versions.find((one) => one.version === version);
  if (!found) throw caseControlErrors.VERSION_MISSING({ processKey, version });
  return found;
}
