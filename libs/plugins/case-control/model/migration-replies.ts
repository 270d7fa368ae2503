import type { JsonObject, Page } from '@fashen/plugin-api';
import type { ItemState } from './case-control.schema';
import type { Mapping } from './mapping.rules';
import type { MigrationState } from './migration.rules';

/** A migration with its progress. */
export interface MigrationReply {
  readonly id: string;
  readonly processKey: string;
  readonly fromVersion: number;
  readonly toVersion: number;
  /** Ids of the new version by those of the old one. */
  readonly nodes: Readonly<Record<string, string>>;
  readonly reason: string;
  readonly state: MigrationState;
  readonly plannedBy: string;
  readonly plannedByName: string;
  readonly plannedAt: number;
  /** How many cases stand how. */
  readonly counts: Partial<Record<ItemState, number>>;
}

/** One case of a migration. */
export interface MigrationItemReply {
  readonly seq: number;
  readonly instanceId: string;
  readonly businessKey: string;
  readonly state: ItemState;
  /** Why it does not fit, or what failed. */
  readonly verdict?: JsonObject;
}

/** A migration with part of its cases. */
export interface MigrationDetail extends MigrationReply {
  readonly items: Page<MigrationItemReply>;
}

/** How many cases run in which version of a process, newest version first. */
export interface VersionCases {
  readonly version: number;
  readonly running: number;
}

/** Two versions side by side, and how many cases run in the old one. */
export interface MappingReply extends Mapping {
  readonly running: number;
}
