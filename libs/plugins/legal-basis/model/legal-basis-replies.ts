import type { ClauseDraft } from './clause-import.rules';
import type { ClauseChanges, ClauseStanding } from './clause.rules';
import type { Clause } from './clause.schema';

/** A published version of the library. Never changes. */
export interface LibraryVersion {
  readonly id: string;
  readonly version: number;
  readonly clauses: readonly Clause[];
  /** SHA-256 over the canonical JSON of the clauses, hex. */
  readonly hash: string;
  readonly source: string;
  readonly reason: string;
  readonly publishedBy: string;
  /** ISO 8601. */
  readonly publishedAt: string;
}

/** A version as the list of versions shows it. */
export interface LibraryVersionReply extends Omit<LibraryVersion, 'clauses'> {
  readonly count: number;
  /** Absent for the system itself. */
  readonly publishedByName?: string;
}

/** A clause of the version in force, and how it stands on the day that was asked for. */
export interface ClauseReply extends Clause {
  readonly standing: ClauseStanding;
}

/** What was read from a table, and what publishing it would change. `clauses` is the whole next version. */
export interface PreviewReply extends ClauseDraft {
  readonly basedOn: number;
  readonly changes: ClauseChanges;
}

/** The library as a table. */
export interface TableReply {
  readonly text: string;
}
