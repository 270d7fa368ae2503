import { Inject, Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { calendarErrors, officeDays, type OfficeDays, STATE_SCOPE, WorkingCalendar } from '../model';
import { BureauService } from './bureau.service';
import { CALENDAR_CONFIG, type CalendarConfig } from './calendar.config';
import { CalendarVersionRepository } from './calendar-version.repository';

const KEPT = 64;

/**
 * Brings the calendar of a bureau. A calendar is known by its last publication and the bureau, `<publication>.<bureau>`; it never changes
 * under that id and is kept in memory. The id of a publication that was rolled back is never used again.
 */
@Injectable()
export class WorkingCalendarService extends WorkingCalendar {
  private readonly kept = new Map<string, OfficeDays>();

  constructor(
    private readonly bureaus: BureauService,
    private readonly versions: CalendarVersionRepository,
    @Inject(CALENDAR_CONFIG) private readonly config: CalendarConfig,
  ) {
    super();
  }

  get utcOffsetMinutes(): number {
    return this.config.utcOffsetMinutes;
  }

  async calendar(tx: Tx, unitId?: string): Promise<OfficeDays> {
    const bureau = (await this.bureaus.find(tx, unitId))?.id ?? STATE_SCOPE;
    const newest = await this.versions.findNewestId(tx, bureau);
    return newest === undefined ? officeDays('', { years: [], local: [] }) : this.read(tx, newest, bureau);
  }

  async pinned(tx: Tx, versionId: string): Promise<OfficeDays> {
    const [newest = '', bureau = ''] = versionId.split('.');
    const calendar = await this.read(tx, newest, bureau);
    if (calendar.years.length === 0 && Object.keys(calendar.local).length === 0) throw calendarErrors.VERSION_MISSING({ versionId });
    return calendar;
  }

  private async read(tx: Tx, newest: string, bureau: string): Promise<OfficeDays> {
    const versionId = `${newest}.${bureau}`;
    const kept = this.kept.get(versionId);
    if (kept) return kept;
    const inForce = await this.versions.inForceAt(tx, bureau, newest);
    const years = inForce.filter(({ scope }) => scope === STATE_SCOPE);
    const local = inForce.filter(({ scope }) => scope !== STATE_SCOPE).flatMap(({ days }) => days);
    const calendar = officeDays(versionId, { years, local });
    this.keep(versionId, calendar);
    return calendar;
  }

  private keep(versionId: string, calendar: OfficeDays): void {
    const [oldest] = this.kept.keys();
    if (this.kept.size >= KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(versionId, calendar);
  }
}
