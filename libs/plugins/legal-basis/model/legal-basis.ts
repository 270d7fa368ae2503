import type { Tx } from '@fashen/plugin-api';
import type { ClauseStanding } from './clause.rules';
import type { Clause } from './clause.schema';

/** A clause with the version of the library it was taken from. A copy for whoever cites it. */
export interface CitedClause extends Clause {
  /** Law and article, as people write it. */
  readonly name: string;
  readonly versionId: string;
  readonly version: number;
  readonly standing: ClauseStanding;
}

/** The library of clauses in force now. A port for plugins in which people cite. */
export abstract class LegalBasis {
  /** Clauses in which all words occur, in the order of codes, at most `limit`; `on` is the day on which they have to be in force. */
  abstract search(
    tx: Tx,
    asked: { readonly search: string; readonly on?: string; readonly limit: number },
  ): Promise<readonly CitedClause[]>;
  /** Clauses by name, as they stand on the day. What is not in the library is left out. */
  abstract named(tx: Tx, names: readonly string[], on?: string): Promise<readonly CitedClause[]>;
  /** Publishes the clauses that come with the product where there are none. True when it did. */
  abstract publishMissing(tx: Tx, reason: string): Promise<boolean>;
}
