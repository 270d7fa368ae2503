import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { feel } from '@fashen/feel/server';
import type { JsonObject, LintFinding, Tx } from '@fashen/plugin-api';
import {
  checkDecisions,
  type CheckBody,
  DecisionLibrary,
  decisionRuleErrors,
  decisionRuleEvents,
  type DecisionSummary,
  type DecisionVersion,
  type DecisionView,
  parseDecisions,
  type PublicationBody,
  refusesPublication,
  rootView,
  viewsOf,
} from '../model';
import { DecisionDraftRepository } from './decision-draft.repository';
import { DecisionVersionRepository } from './decision-version.repository';

/** The library of decisions: checks, publishes, lists and shows them. */
@Injectable()
export class DecisionRuleService extends DecisionLibrary {
  constructor(
    private readonly repository: DecisionVersionRepository,
    private readonly drafts: DecisionDraftRepository,
  ) {
    super();
  }

  list(tx: Tx): Promise<readonly DecisionSummary[]> {
    return this.repository.list(tx);
  }

  versions(tx: Tx, key: string): Promise<readonly DecisionSummary[]> {
    return this.repository.versions(tx, key);
  }

  findLatest(tx: Tx, key: string): Promise<DecisionVersion | undefined> {
    return this.repository.findLatest(tx, key);
  }

  async require(tx: Tx, versionId: string): Promise<DecisionVersion> {
    const version = await this.repository.find(tx, versionId);
    if (!version) throw decisionRuleErrors.VERSION_MISSING({ versionId });
    return version;
  }

  /** The latest version of a decision, ready to paint. */
  async show(tx: Tx, key: string): Promise<DecisionView> {
    const version = await this.repository.findLatest(tx, key);
    if (!version) throw decisionRuleErrors.DECISION_MISSING({ decision: key });
    const draft = await this.drafts.find(tx, key);
    return { ...(await viewOf(version)), ...(draft && { draftRevision: draft.revision }) };
  }

  /** An older version, ready to paint. */
  async showVersion(tx: Tx, versionId: string): Promise<DecisionView> {
    return viewOf(await this.require(tx, versionId));
  }

  /** Everything that stands against a file, and what to look at. */
  async check({ xml, known }: CheckBody): Promise<readonly LintFinding[]> {
    return (await checkDecisions(xml, feel, known)).findings;
  }

  async publish(tx: Tx, { xml, reason }: PublicationBody): Promise<DecisionSummary> {
    const { compiled, findings } = await checkDecisions(xml, feel);
    if (!compiled || refusesPublication(findings)) throw decisionRuleErrors.MODEL_REFUSED({ findings: findings.map(asJson) });
    const { key, name } = compiled.model;
    const latest = await this.repository.findLatest(tx, key);
    const hash = createHash('sha256').update(xml).digest('hex');
    if (latest?.hash === hash) return latest;
    const version: DecisionVersion = {
      id: randomUUID(),
      key,
      name: name.slice(0, 200),
      version: (latest?.version ?? 0) + 1,
      hash,
      xml,
      reason,
      publishedBy: tx.actor.personId,
      publishedAt: tx.now.toISOString(),
    };
    await this.repository.add(tx, version);
    const event = { decision: key, versionId: version.id, version: version.version, hash };
    tx.emit(decisionRuleEvents.published(event, { reason, before: latest?.hash ?? null, after: hash }));
    return version;
  }

  /** Publishes under an address: the file must hold the decision the address names. */
  async publishAs(tx: Tx, key: string, body: PublicationBody): Promise<DecisionSummary> {
    const { model } = await parseDecisions(body.xml);
    if (model && model.key !== key) throw decisionRuleErrors.KEY_MISMATCH({ expected: key, found: model.key });
    return summaryOf(await this.publish(tx, body));
  }
}

async function viewOf(version: DecisionVersion): Promise<DecisionView> {
  const { model } = await parseDecisions(version.xml);
  if (!model) throw new Error(`published decision ${version.id} cannot be read`);
  return { ...version, table: rootView(model), tables: viewsOf(model) };
}

const summaryOf = ({ id, key, name, version, hash, reason, publishedBy, publishedAt }: DecisionSummary): DecisionSummary => ({
  id,
  key,
  name,
  version,
  hash,
  reason,
  publishedBy,
  publishedAt,
});

const asJson = (finding: LintFinding): JsonObject => ({ ...finding });
