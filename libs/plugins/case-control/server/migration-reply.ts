import type { JsonObject } from '@fashen/plugin-api';
import type { MigrationItemReply, MigrationReply } from '../model';
import type { MigrationEntity, MigrationItemEntity } from './migration.entities';

/** A migration as people read it. */
export function migrationReply(row: MigrationEntity, counts: MigrationReply['counts'], name: string | undefined): MigrationReply {
  const { toDefinitionId: _version, nodesJson, ...plain } = row;
  const nodes = JSON.parse(nodesJson) as Record<string, string>;
  return { ...plain, plannedAt: Number(row.plannedAt), nodes, plannedByName: name ?? row.plannedBy, counts };
}

/** One of its cases as people read it. */
export function itemReply({ seq, instanceId, businessKey, state, verdictJson }: MigrationItemEntity): MigrationItemReply {
  const verdict = verdictJson === null ? undefined : (JSON.parse(verdictJson) as JsonObject);
  return { seq, instanceId, businessKey, state, ...(verdict && { verdict }) };
}
