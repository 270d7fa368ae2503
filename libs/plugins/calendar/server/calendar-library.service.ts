import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { canonicalJson } from '@fashen/plugins/record/model';
import {
  type CalendarDay,
  calendarErrors,
  calendarEvents,
  CalendarLibrary,
  type CalendarVersion,
  changesBetween,
  dayProblem,
  type DaysBody,
  STATE_SCOPE,
  type YearPlan,
} from '../model';
import { BureauService } from './bureau.service';
import { CalendarVersionRepository } from './calendar-version.repository';

/** What to publish, and where. */
interface Publication extends DaysBody {
  readonly scope: string;
  readonly year: number;
}

/** Publishes the days of a year in versions. */
@Injectable()
export class CalendarLibraryService extends CalendarLibrary {
  constructor(
    private readonly repository: CalendarVersionRepository,
    private readonly bureaus: BureauService,
  ) {
    super();
  }

  async publishMissing(tx: Tx, plans: readonly YearPlan[], reason: string): Promise<readonly number[]> {
    const published: number[] = [];
    for (const { year, days, source } of plans) {
      if (await this.repository.findLatest(tx, STATE_SCOPE, year)) continue;
      await this.publish(tx, { scope: STATE_SCOPE, year, days, source, reason, basedOn: 0 });
      published.push(year);
    }
    return published;
  }

  /** Publishes the plan of a year. The same days from the same source again return the version that has them and tell nothing. */
  publishPlan(tx: Tx, year: number, body: DaysBody): Promise<CalendarVersion> {
    return this.publish(tx, { ...body, scope: STATE_SCOPE, year });
  }

  /** Publishes the days of the actor's own bureau in a year. */
  async publishOwn(tx: Tx, year: number, body: DaysBody): Promise<CalendarVersion> {
    const bureau = await this.bureaus.find(tx);
    if (!bureau) throw calendarErrors.BUREAU_MISSING();
    return this.publish(tx, { ...body, scope: bureau.id, year });
  }

  private async publish(tx: Tx, publication: Publication): Promise<CalendarVersion> {
    const { scope, year, days, source, reason, basedOn } = publication;
    requireFitting(days, year);
    const latest = await this.repository.findLatest(tx, scope, year);
    const hash = createHash('sha256').update(canonicalJson({ year, days })).digest('hex');
    if (latest?.hash === hash && latest.source === source) return latest;
    requireLatest(publication, latest?.version ?? 0);
    const version: CalendarVersion = {
      ...{ id: randomUUID(), scope, year, version: basedOn + 1, days, hash, source, reason },
      publishedBy: tx.actor.personId,
      publishedAt: tx.now.toISOString(),
    };
    await this.repository.add(tx, version);
    const event = { years: [year], scope, version: version.version, versionId: version.id, hash };
    tx.emit(calendarEvents.published(event, { reason, after: { ...changesBetween(latest?.days ?? [], days) } }));
    return version;
  }
}

function requireFitting(days: readonly CalendarDay[], year: number): void {
  for (const one of days) {
    const cause = dayProblem(one, year);
    if (cause) throw calendarErrors.DAY_MISFIT({ day: one.day, year, cause });
  }
}

function requireLatest({ year, basedOn }: Publication, version: number): void {
  if (version !== basedOn) throw calendarErrors.PLAN_CHANGED({ year, version });
}
