import { Injectable } from '@nestjs/common';
import { Directory, type Page, type Tx } from '@fashen/plugin-api';
import {
  calendarErrors,
  type CalendarVersion,
  type CalendarVersionReply,
  changesBetween,
  type ClearDayQuery,
  type ClearDayReply,
  countPeriod,
  type CountQuery,
  type CountReply,
  earliestAfter,
  latestBefore,
  type PreviewBody,
  type PreviewReply,
  readPlan,
  rulesOf,
  STATE_SCOPE,
  type VersionsQuery,
  WorkingCalendar,
  workingDaysOfYear,
  type YearReply,
  yearSchema,
  type YearsQuery,
} from '../model';
import { BureauService } from './bureau.service';
import { CalendarVersionRepository } from './calendar-version.repository';

/** What pages ask about the calendar. */
@Injectable()
export class CalendarQueryService {
  constructor(
    private readonly repository: CalendarVersionRepository,
    private readonly bureaus: BureauService,
    private readonly calendars: WorkingCalendar,
    private readonly directory: Directory,
  ) {}

  /** Loaded years with their version in force, newest first. */
  async years(tx: Tx, { after, limit }: YearsQuery): Promise<Page<CalendarVersionReply>> {
    const found = await this.repository.listYears(tx, STATE_SCOPE, { ...(after !== undefined && { after }), limit: limit + 1 });
    return this.page(tx, found, limit, ({ year }) => String(year));
  }

  async versions(tx: Tx, { scope, year, after, limit }: VersionsQuery): Promise<Page<CalendarVersionReply>> {
    const owner = scope === 'OWN' ? (await this.bureaus.find(tx))?.id : STATE_SCOPE;
    if (owner === undefined) return { items: [] };
    const found = await this.repository.list(tx, { scope: owner, year, ...(after !== undefined && { after }), limit: limit + 1 });
    return this.page(tx, found, limit, ({ version }) => String(version));
  }

  async year(tx: Tx, year: number): Promise<YearReply> {
    requireYear(year);
    const bureau = await this.bureaus.find(tx);
    const calendar = await this.calendars.calendar(tx);
    const state = await this.repository.findLatest(tx, STATE_SCOPE, year);
    const own = bureau && (await this.repository.findLatest(tx, bureau.id, year));
    const names = await this.namesOf(
      tx,
      [state, own].filter((one) => one !== undefined),
    );
    const workingDays = workingDaysOfYear(year, calendar);
    return {
      ...{ year, versionId: calendar.versionId },
      ...(workingDays !== undefined && { workingDays }),
      ...(state && { state: replyOf(state, names) }),
      ...(own && { own: replyOf(own, names) }),
      ...(bureau && { bureau: { id: bureau.id, name: bureau.name } }),
    };
  }

  /** Reads what was pasted, and compares it with the plan in force. Changes nothing. */
  async preview(tx: Tx, { text, year }: PreviewBody): Promise<PreviewReply> {
    const plan = readPlan(text, year);
    const stored = yearSchema.safeParse(plan.year).success ? await this.repository.findLatest(tx, STATE_SCOPE, plan.year ?? 0) : undefined;
    return { ...plan, basedOn: stored?.version ?? 0, changes: changesBetween(stored?.days ?? [], plan.days) };
  }

  async count(tx: Tx, query: CountQuery): Promise<CountReply> {
    const calendar = await this.calendars.calendar(tx);
    const counted = countPeriod(query, calendar);
    return { ...counted, law: rulesOf(counted.rules), versionId: calendar.versionId };
  }

  async clearDay(tx: Tx, { from, count, direction }: ClearDayQuery): Promise<ClearDayReply> {
    const calendar = await this.calendars.calendar(tx);
    const found = direction === 'after' ? earliestAfter(from, count, calendar) : latestBefore(from, count, calendar);
    return { ...found, law: rulesOf(found.rules), versionId: calendar.versionId };
  }

  private async page(
    tx: Tx,
    found: readonly CalendarVersion[],
    limit: number,
    keyOf: (version: CalendarVersion) => string,
  ): Promise<Page<CalendarVersionReply>> {
    const shown = found.slice(0, limit);
    const last = shown.at(-1);
    const names = await this.namesOf(tx, shown);
    const items = shown.map((version) => replyOf(version, names));
    return found.length > limit && last ? { items, next: keyOf(last) } : { items };
  }

  private namesOf(tx: Tx, versions: readonly CalendarVersion[]): Promise<ReadonlyMap<string, string>> {
    return this.directory.names(
      tx,
      versions.map(({ publishedBy }) => publishedBy),
    );
  }
}

function replyOf(version: CalendarVersion, names: ReadonlyMap<string, string>): CalendarVersionReply {
  const name = names.get(version.publishedBy);
  return { ...version, ...(name !== undefined && { publishedByName: name }) };
}

function requireYear(year: number): void {
  if (!yearSchema.safeParse(year).success) throw calendarErrors.YEAR_MISSING({ year: Number.isNaN(year) ? '' : year });
}
