import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import {
  checkFormSchema,
  checkSubmission,
  formErrors,
  formEvents,
  FormLibrary,
  type FormVersionReply,
  type PublicationBody,
} from '../model';
import { conditionFindings, hiddenWith } from './form-conditions';
import { FormRepository, hashOf } from './form.repository';

/** Publishes forms. Versions are inserted, never changed; the same content again is the same version. */
@Injectable()
export class FormLibraryService extends FormLibrary {
  constructor(private readonly repository: FormRepository) {
    super();
  }

  list(tx: Tx): Promise<readonly FormVersionReply[]> {
    return this.repository.list(tx);
  }

  versions(tx: Tx, key: string): Promise<readonly FormVersionReply[]> {
    return this.repository.versions(tx, key);
  }

  async asksForNothing(tx: Tx, key: string): Promise<boolean> {
    const form = await this.repository.findInForce(tx, key, tx.now);
    return form !== undefined && checkSubmission(form.schema, {}, hiddenWith({}, tx.now)).problems.length === 0;
  }

  async publish(tx: Tx, { schema, reason }: PublicationBody): Promise<FormVersionReply> {
    const findings = [...checkFormSchema(schema), ...conditionFindings(schema)];
    if (findings.length > 0) throw formErrors.SCHEMA_REFUSED({ findings: findings.map((finding) => ({ ...finding })) });
    const latest = (await this.repository.versions(tx, schema.id))[0];
    if (latest?.hash === hashOf(JSON.stringify(schema))) return latest;
    const published = await this.repository.add(tx, { id: randomUUID(), version: (latest?.version ?? 0) + 1, schema, reason });
    tx.emit(formEvents.published({ key: published.key, version: published.version, hash: published.hash }));
    return published;
  }
}
