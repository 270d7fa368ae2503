import { Injectable } from '@nestjs/common';
import { Definitions, type DefinitionView, Directory, type DraftView, type Page, type Tx } from '@fashen/plugin-api';
import { type DraftHead, type DraftReply, processLibraryErrors, type ProcessReply, type ProcessSummary, type VersionReply } from '../model';

type Names = ReadonlyMap<string, string>;

/** Shows published processes and drafts. */
@Injectable()
export class LibraryService {
  constructor(
    private readonly definitions: Definitions,
    private readonly directory: Directory,
  ) {}

  /** Every process by key. Drafts only for those who may read drawings: the others look for something to start. */
  async list(tx: Tx): Promise<Page<ProcessSummary>> {
    const latest = await this.definitions.list(tx);
    const drafts = tx.actor.permissions.includes('process.read') ? await this.definitions.listDrafts(tx) : [];
    const names = await this.namesOf(tx, latest, drafts);
    const keys = [...new Set([...latest, ...drafts].map((one) => one.key))].sort();
    return { items: keys.map((key) => summaryOf(key, latest.find(withKey(key)), drafts.find(withKey(key)), names)) };
  }

  async get(tx: Tx, key: string): Promise<ProcessReply> {
    const versions = await this.definitions.versions(tx, key);
    const draft = await this.definitions.findDraft(tx, key);
    if (versions.length === 0 && !draft) throw processLibraryErrors.PROCESS_MISSING({ key });
    const names = await this.namesOf(tx, versions, draft ? [draft] : []);
    return { ...summaryOf(key, versions[0], draft, names), versions: versions.map((version) => versionOf(version, names)) };
  }

  async xml(tx: Tx, definitionId: string): Promise<{ xml: string }> {
    return { xml: await this.definitions.xml(tx, definitionId) };
  }

  async draft(tx: Tx, key: string): Promise<DraftReply> {
    const draft = await this.definitions.findDraft(tx, key);
    if (!draft) throw processLibraryErrors.DRAFT_MISSING({ key });
    return draftOf(draft, await this.namesOf(tx, [], [draft]));
  }

  private namesOf(tx: Tx, versions: readonly DefinitionView[], drafts: readonly DraftView[]): Promise<Names> {
    return this.directory.names(tx, [...versions.map((version) => version.publishedBy), ...drafts.map((draft) => draft.updatedBy)]);
  }
}

function withKey(key: string): (one: { key: string }) => boolean {
  return (one) => one.key === key;
}

function summaryOf(key: string, latest: DefinitionView | undefined, draft: DraftView | undefined, names: Names): ProcessSummary {
  const name = latest?.name ?? draft?.name ?? key;
  return { key, name, ...(latest && { latest: versionOf(latest, names) }), ...(draft && { draft: headOf(draftOf(draft, names)) }) };
}

function versionOf(version: DefinitionView, names: Names): VersionReply {
  return { ...version, publishedByName: names.get(version.publishedBy) ?? version.publishedBy };
}

function draftOf(draft: DraftView, names: Names): DraftReply {
  return { ...draft, updatedByName: names.get(draft.updatedBy) ?? draft.updatedBy };
}

function headOf({ xml: _xml, ...head }: DraftReply): DraftHead {
  return head;
}
