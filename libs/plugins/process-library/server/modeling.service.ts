import { Inject, Injectable } from '@nestjs/common';
import { configToken, Definitions, type DefinitionView, type DraftView, type LintFinding, Texts, type Tx } from '@fashen/plugin-api';
import {
  type CheckReply,
  type DraftBody,
  type FindingReply,
  processLibraryErrors,
  type PublicationBody,
  publicationRefusal,
} from '../model';
import type { ProcessLibraryConfig } from './process-library.config';

/** What modelers do: save, check, publish. */
@Injectable()
export class ModelingService {
  constructor(
    @Inject(configToken('process-library')) private readonly config: ProcessLibraryConfig,
    private readonly definitions: Definitions,
    private readonly texts: Texts,
  ) {}

  /** Saves a draft, wrong or right. Refused when somebody has saved another revision meanwhile. */
  saveDraft(tx: Tx, key: string, body: DraftBody): Promise<DraftView> {
    return this.definitions.saveDraft(tx, { key, ...body });
  }

  /** Everything that stands against publishing a drawing, in the reader's language: what is wrong, and what to do. */
  async check(tx: Tx, xml: string): Promise<CheckReply> {
    const findings = await this.definitions.inspect(tx, xml);
    return { findings: findings.map((finding) => this.replyOf(tx, finding)) };
  }

  /** Publishes a version. Running cases keep theirs. */
  async publish(tx: Tx, key: string, body: PublicationBody): Promise<DefinitionView> {
    const draft = await this.definitions.findDraft(tx, key);
    const publication = { key, xml: body.xml, publisherId: tx.actor.personId, draft };
    const refusal = publicationRefusal(publication, this.config.allowSinglePublisher);
    if (refusal) throw refusal;

    const published = await this.definitions.publish(tx, body);
    if (published.key !== key) throw processLibraryErrors.KEY_MISMATCH({ key, drawn: published.key });
    return published;
  }

  private replyOf(tx: Tx, finding: LintFinding): FindingReply {
    const params = finding.params ?? {};
    const remedyKey = `${finding.rule}.remedy`;
    const remedy = this.texts.localize(remedyKey, params, tx.locale);
    const message = this.texts.localize(finding.rule, params, tx.locale);
    return { ...finding, message, ...(remedy !== remedyKey && { remedy }) };
  }
}
