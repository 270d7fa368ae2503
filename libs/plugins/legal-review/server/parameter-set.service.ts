import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { canonicalJson } from '@fashen/plugins/record/model';
import {
  type ActivationBody,
  type BundledParameterSets,
  legalReviewErrors,
  legalReviewEvents,
  type ParameterPublicationBody,
  ParameterSets,
  type ParameterVersion,
  setCode,
} from '../model';
import { ParameterSetRepository } from './parameter-set.repository';

/** The figures by which the bureau judges, in versions. */
@Injectable()
export class ParameterSetService extends ParameterSets {
  constructor(private readonly repository: ParameterSetRepository) {
    super();
  }

  async list(tx: Tx): Promise<{ items: readonly ParameterVersion[]; activeCode?: string }> {
    const items = await this.repository.list(tx);
    const activation = await this.repository.findActivation(tx);
    return { items, ...(activation && { activeCode: activation.code }) };
  }

  versions(tx: Tx, code: string): Promise<readonly ParameterVersion[]> {
    return this.repository.versions(tx, code);
  }

  async require(tx: Tx, id: string): Promise<ParameterVersion> {
    const version = await this.repository.find(tx, id);
    if (!version) throw legalReviewErrors.PARAMETERS_MISSING({ id });
    return version;
  }

  async requireActive(tx: Tx): Promise<ParameterVersion> {
    const activation = await this.repository.findActivation(tx);
    const version = activation && (await this.repository.findLatest(tx, activation.code));
    if (!version) throw legalReviewErrors.PARAMETERS_MISSING({ code: activation?.code });
    return version;
  }

  async publishMissing(tx: Tx, bundled: BundledParameterSets | undefined, reason: string): Promise<readonly string[]> {
    const published: string[] = [];
    for (const { code, name, values } of bundled?.sets ?? []) {
      if (await this.repository.findLatest(tx, code)) continue;
      await this.publish(tx, code, { name, values, reason });
      published.push(code);
    }
    if (bundled && !(await this.repository.findActivation(tx))) await this.activate(tx, { code: bundled.active, reason });
    return published;
  }

  async publish(tx: Tx, code: string, { values, reason, name }: ParameterPublicationBody): Promise<ParameterVersion> {
    requirePlainCode(code);
    const latest = await this.repository.findLatest(tx, code);
    const hash = createHash('sha256').update(canonicalJson(values)).digest('hex');
    if (latest?.hash === hash) return latest;
    const version: ParameterVersion = {
      id: randomUUID(),
      code,
      name: name ?? latest?.name ?? code,
      version: (latest?.version ?? 0) + 1,
      values,
      hash,
      reason,
      publishedBy: tx.actor.personId,
      publishedAt: tx.now.toISOString(),
    };
    await this.repository.add(tx, version);
    const event = { code, version: version.version, versionId: version.id, hash };
    tx.emit(legalReviewEvents.parametersPublished(event, { reason, before: latest?.values ?? null, after: values }));
    return version;
  }

  async activate(tx: Tx, { code, reason }: ActivationBody): Promise<ParameterVersion> {
    const version = await this.repository.findLatest(tx, code);
    if (!version) throw legalReviewErrors.PARAMETERS_MISSING({ code });
    const before = await this.repository.findActivation(tx);
    await this.repository.addActivation(tx, { seq: (before?.seq ?? 0) + 1, code, reason });
    tx.emit(legalReviewEvents.parametersActivated({ code }, { reason, before: before?.code ?? null, after: code }));
    return version;
  }
}

function requirePlainCode(code: string): void {
  if (!setCode.safeParse(code).success) throw legalReviewErrors.PARAMETERS_CODE_INVALID();
}
