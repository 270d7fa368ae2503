import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Directory, type Page, type Tx } from '@fashen/plugin-api';
import { canonicalJson } from '@fashen/plugins/record/model';
import {
  deadlineErrors,
  deadlineEvents,
  type Period,
  PeriodLibrary,
  type PeriodsBody,
  type PeriodTable,
  type PeriodVersion,
  type PeriodVersionReply,
} from '../model';
import { PeriodRepository } from './period.repository';

const VERSIONS = 200;

/** The periods of the law and of the bureau, in versions. */
@Injectable()
export class PeriodService extends PeriodLibrary {
  constructor(
    private readonly repository: PeriodRepository,
    private readonly directory: Directory,
  ) {
    super();
  }

  async publishMissing(tx: Tx, table: PeriodTable, reason: string): Promise<boolean> {
    if (await this.repository.findLatest(tx)) return false;
    await this.publish(tx, { table, reason, basedOn: 0 });
    return true;
  }

  async requireLatest(tx: Tx): Promise<PeriodVersion> {
    const latest = await this.repository.findLatest(tx);
    if (!latest) throw deadlineErrors.PERIOD_MISSING({ key: '' });
    return latest;
  }

  async require(tx: Tx, key: string): Promise<Period> {
    const found = (await this.repository.findLatest(tx))?.periods.find((one) => one.key === key);
    if (!found) throw deadlineErrors.PERIOD_MISSING({ key });
    return found;
  }

  /** Newest first. */
  async versions(tx: Tx): Promise<Page<PeriodVersionReply>> {
    const found = await this.repository.list(tx, VERSIONS);
    const names = await this.directory.names(
      tx,
      found.map(({ publishedBy }) => publishedBy),
    );
    const nameOf = (id: string): Pick<PeriodVersionReply, 'publishedByName'> => {
      const publishedByName = names.get(id);
      return publishedByName === undefined ? {} : { publishedByName };
    };
    return { items: found.map((version) => ({ ...version, ...nameOf(version.publishedBy) })) };
  }

  /** Adds a version. The same periods again return the version that has them; clocks that run keep what they were armed with. */
  async publish(tx: Tx, { table, reason, basedOn }: PeriodsBody): Promise<PeriodVersion> {
    const latest = await this.repository.findLatest(tx);
    const hash = createHash('sha256').update(canonicalJson(table)).digest('hex');
    if (latest?.hash === hash) return latest;
    if ((latest?.version ?? 0) !== basedOn) throw deadlineErrors.PERIODS_CHANGED({ version: latest?.version ?? 0 });
    const version: PeriodVersion = {
      ...{ id: randomUUID(), version: basedOn + 1, ...table, hash, reason },
      publishedBy: tx.actor.personId,
      publishedAt: tx.now.toISOString(),
    };
    await this.repository.add(tx, version);
    tx.emit(deadlineEvents.periodsPublished({ version: version.version, hash }, { reason }));
    return version;
  }
}
