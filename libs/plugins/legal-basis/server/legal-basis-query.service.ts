import { Injectable } from '@nestjs/common';
import { Directory, type Page, type Tx } from '@fashen/plugin-api';
import {
  clauseChanges,
  type ClauseQuery,
  type ClauseReply,
  clausesWith,
  type LibraryVersionReply,
  mergedClauses,
  type PreviewBody,
  type PreviewReply,
  readClauses,
  sortedClauses,
  standingOn,
  tableOf,
  type TableReply,
  type VersionQuery,
} from '../model';
import { LibraryVersionRepository } from './library-version.repository';

/** What pages ask about the library. */
@Injectable()
export class LegalBasisQueryService {
  constructor(
    private readonly repository: LibraryVersionRepository,
    private readonly directory: Directory,
  ) {}

  /** Clauses of the version in force in the order of codes. */
  async clauses(tx: Tx, { search = '', on, after = '', limit }: ClauseQuery): Promise<Page<ClauseReply>> {
    const library = await this.repository.findLatest(tx);
    const found = clausesWith(library?.clauses ?? [], search).filter(({ code }) => code > after);
    const items = found.slice(0, limit).map((clause) => ({ ...clause, standing: standingOn(clause, on) }));
    const last = items.at(-1);
    return found.length > limit && last ? { items, next: last.code } : { items };
  }

  async versions(tx: Tx, { after, limit }: VersionQuery): Promise<Page<LibraryVersionReply>> {
    const found = await this.repository.list(tx, { ...(after !== undefined && { after }), limit: limit + 1 });
    const shown = found.slice(0, limit);
    const names = await this.directory.names(
      tx,
      shown.map(({ publishedBy }) => publishedBy),
    );
    const items = shown.map((one) => withName(one, names.get(one.publishedBy)));
    const last = shown.at(-1);
    return found.length > limit && last ? { items, next: String(last.version) } : { items };
  }

  /** The version in force as a table, to be changed and pasted again. */
  async table(tx: Tx): Promise<TableReply> {
    return { text: tableOf((await this.repository.findLatest(tx))?.clauses ?? []) };
  }

  /** Reads a table and says what publishing it would change. */
  async preview(tx: Tx, { text, mode }: PreviewBody): Promise<PreviewReply> {
    const library = await this.repository.findLatest(tx);
    const before = library?.clauses ?? [];
    const { clauses: read, problems } = readClauses(text);
    const clauses = mode === 'merge' ? mergedClauses(before, read) : sortedClauses(read);
    return { clauses, problems, basedOn: library?.version ?? 0, changes: clauseChanges(before, clauses) };
  }
}

const withName = (one: LibraryVersionReply, name: string | undefined): LibraryVersionReply => ({
  ...one,
  ...(name !== undefined && { publishedByName: name }),
});
