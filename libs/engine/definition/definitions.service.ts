import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Definitions, type DefinitionView, type DraftView, type LintFinding, type ProcessModel, type Tx } from '@fashen/plugin-api';
import { isDuplicateKey, newId, RetryUnitError } from '@fashen/database';
import { engineErrors } from '../engine.errors';
import { engineEvents } from '../engine.events';
import { DefinitionRepository } from './definition.repository';
import { DefinitionStore } from './definition-store';
import { DeploymentGate } from './deployment-gate';
import { StartEventService } from './start-event.service';

const NAME_LENGTH = 250;

/** Published versions of processes and the drafts they are made from. */
@Injectable()
export class DefinitionsService extends Definitions {
  constructor(
    private readonly gate: DeploymentGate,
    private readonly repository: DefinitionRepository,
    private readonly store: DefinitionStore,
    private readonly starts: StartEventService,
  ) {
    super();
  }

  check(xml: string): Promise<readonly LintFinding[]> {
    return this.gate.check(xml);
  }

  inspect(tx: Tx, xml: string): Promise<readonly LintFinding[]> {
    return this.gate.inspect(tx, xml);
  }

  async publish(tx: Tx, publication: { xml: string; reason: string }): Promise<DefinitionView> {
    const { xml, reason } = publication;
    const findings = await this.inspect(tx, xml);
    const refusals = findings.filter((finding) => finding.severity === 'error');
    if (refusals.length > 0) throw engineErrors.MODEL_REFUSED({ findings: refusals.map((finding) => ({ ...finding })) });
    const { key, name } = await this.nameOf(xml);
    const hash = createHash('sha256').update(xml).digest('hex');
    const latest = await this.repository.lockLatest(tx, key);
    if (latest?.hash === hash) return latest;
    const by = { publishedBy: tx.actor.personId, publishedAt: tx.now };
    return this.add(tx, { id: newId(), key, version: (latest?.version ?? 0) + 1, name, hash, ...by, reason }, xml);
  }

  latest(tx: Tx, key: string): Promise<DefinitionView | undefined> {
    return this.repository.findLatest(tx, key);
  }

  async require(tx: Tx, definitionId: string): Promise<DefinitionView> {
    return (await this.store.require(tx, definitionId)).view;
  }

  list(tx: Tx): Promise<readonly DefinitionView[]> {
    return this.repository.listLatest(tx);
  }

  versions(tx: Tx, key: string): Promise<readonly DefinitionView[]> {
    return this.repository.versions(tx, key);
  }

  async xml(tx: Tx, definitionId: string): Promise<string> {
    const found = await this.repository.find(tx, definitionId);
    if (!found) throw engineErrors.DEFINITION_MISSING({ definitionId });
    return found.xml;
  }

  async model(tx: Tx, definitionId: string): Promise<ProcessModel> {
    return (await this.store.require(tx, definitionId)).model;
  }

  findDraft(tx: Tx, key: string): Promise<DraftView | undefined> {
    return this.repository.findDraft(tx, key);
  }

  listDrafts(tx: Tx): Promise<readonly DraftView[]> {
    return this.repository.listDrafts(tx);
  }

  /** `revision` is the one the draft was made from, 0 for a new one. */
  async saveDraft(tx: Tx, draft: { key: string; xml: string; revision: number }): Promise<DraftView> {
    const { key, xml, revision } = draft;
    const { name } = await this.nameOf(xml, key);
    const next: DraftView = { key, name, xml, revision: revision + 1, updatedBy: tx.actor.personId, updatedAt: tx.now };
    const isSaved = revision === 0 ? await this.addDraft(tx, next) : await this.repository.replaceDraft(tx, next);
    if (isSaved) return next;
    const stored = await this.repository.findDraft(tx, key);
    throw engineErrors.DRAFT_CONFLICT({ key, revision: stored?.revision, by: stored?.updatedBy });
  }

  private async addDraft(tx: Tx, draft: DraftView): Promise<boolean> {
    try {
      await this.repository.addDraft(tx, draft);
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }

  private async add(tx: Tx, view: DefinitionView, xml: string): Promise<DefinitionView> {
    try {
      await this.repository.add(tx, view, xml);
    } catch (error) {
      if (isDuplicateKey(error)) throw new RetryUnitError(`somebody else published a version of ${view.key}`);
      throw error;
    }
    await this.starts.replace(tx, await this.store.require(tx, view.id));
    const { id: definitionId, key, version, hash, reason } = view;
    tx.emit(engineEvents.definitionPublished({ definitionId, key, version, hash }, { reason }));
    return view;
  }

  private async nameOf(xml: string, fallback = ''): Promise<{ key: string; name: string }> {
    const { key = fallback, name = key } = await this.gate.nameOf(xml);
    return { key, name: name.slice(0, NAME_LENGTH) };
  }
}
