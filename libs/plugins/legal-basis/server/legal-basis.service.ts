import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { canonicalJson } from '@fashen/plugins/record/model';
import {
  bundledClauses,
  type CitedClause,
  clauseChanges,
  clauseName,
  clausesWith,
  LegalBasis,
  legalBasisErrors,
  legalBasisEvents,
  type LibraryVersion,
  type PublicationBody,
  sortedClauses,
  standingOn,
} from '../model';
import { LibraryVersionRepository } from './library-version.repository';

/** The library of clauses: published in versions, looked up by those who cite. */
@Injectable()
export class LegalBasisService extends LegalBasis {
  constructor(private readonly repository: LibraryVersionRepository) {
    super();
  }

  async search(tx: Tx, asked: { readonly search: string; readonly on?: string; readonly limit: number }): Promise<readonly CitedClause[]> {
    const library = await this.repository.findLatest(tx);
    if (!library) return [];
    const found = clausesWith(library.clauses, asked.search).slice(0, asked.limit);
    return found.map((clause) => citedFrom(library, clause, asked.on));
  }

  async named(tx: Tx, names: readonly string[], on?: string): Promise<readonly CitedClause[]> {
    const library = names.length === 0 ? undefined : await this.repository.findLatest(tx);
    if (!library) return [];
    const byName = new Map(library.clauses.map((clause) => [clauseName(clause), clause]));
    return [...new Set(names)].flatMap((name) => {
      const clause = byName.get(name);
      return clause ? [citedFrom(library, clause, on)] : [];
    });
  }

  async publishMissing(tx: Tx, reason: string): Promise<boolean> {
    if (await this.repository.findLatest(tx)) return false;
    await this.publish(tx, { ...bundledClauses, reason, basedOn: 0 });
    return true;
  }

  /** Publishes all clauses anew. The same clauses from the same source again return the version that has them and tell nothing. */
  async publish(tx: Tx, { clauses: given, source, reason, basedOn }: PublicationBody): Promise<LibraryVersion> {
    requireSingle(given.map(({ code }) => code));
    requireSingle(given.map(clauseName));
    const clauses = sortedClauses(given);
    const latest = await this.repository.findLatest(tx);
    const hash = createHash('sha256')
      .update(canonicalJson(clauses.map((one) => ({ ...one }))))
      .digest('hex');
    if (latest?.hash === hash && latest.source === source) return latest;
    const newest = latest?.version ?? 0;
    if (newest !== basedOn) throw legalBasisErrors.LIBRARY_CHANGED({ version: newest });
    const version: LibraryVersion = {
      ...{ id: randomUUID(), version: newest + 1, clauses, hash, source, reason },
      ...{ publishedBy: tx.actor.personId, publishedAt: tx.now.toISOString() },
    };
    await this.repository.add(tx, version);
    const told = { version: version.version, versionId: version.id, hash, clauses: clauses.length };
    tx.emit(legalBasisEvents.published(told, { reason, after: { ...clauseChanges(latest?.clauses ?? [], clauses) } }));
    return version;
  }
}

const citedFrom = ({ id: versionId, version }: LibraryVersion, clause: LibraryVersion['clauses'][number], on?: string): CitedClause => ({
  ...clause,
  ...{ name: clauseName(clause), versionId, version, standing: standingOn(clause, on) },
});

function requireSingle(keys: readonly string[]): void {
  const twice = keys.find((key, index) => keys.indexOf(key) !== index);
  if (twice !== undefined) throw legalBasisErrors.CLAUSE_TWICE({ clause: twice });
}
