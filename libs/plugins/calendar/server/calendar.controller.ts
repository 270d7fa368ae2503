import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  calendarErrors,
  type CalendarVersion,
  type CalendarVersionReply,
  type ClearDayQuery,
  clearDayQuery,
  type ClearDayReply,
  type CountQuery,
  countQuery,
  type CountReply,
  type DaysBody,
  daysBody,
  type PreviewBody,
  previewBody,
  type PreviewReply,
  type VersionsQuery,
  versionsQuery,
  type YearReply,
  yearSchema,
  type YearsQuery,
  yearsQuery,
} from '../model';
import { CalendarLibraryService } from './calendar-library.service';
import { CalendarQueryService } from './calendar-query.service';

/** The calendar over HTTP. Everybody may read it and count by it; legal staff publish. */
@Controller('calendar')
export class CalendarController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly queries: CalendarQueryService,
    private readonly library: CalendarLibraryService,
  ) {}

  @Get('years')
  @AllowSignedIn()
  years(@Context() context: RequestContext, @Query(parsedBy(yearsQuery)) query: YearsQuery): Promise<Page<CalendarVersionReply>> {
    return this.units.read(context, (tx) => this.queries.years(tx, query));
  }

  @Get('years/:year')
  @AllowSignedIn()
  year(@Context() context: RequestContext, @Param('year') year: string): Promise<YearReply> {
    return this.units.read(context, (tx) => this.queries.year(tx, Number(year)));
  }

  @Get('versions')
  @AllowSignedIn()
  versions(@Context() context: RequestContext, @Query(parsedBy(versionsQuery)) query: VersionsQuery): Promise<Page<CalendarVersionReply>> {
    return this.units.read(context, (tx) => this.queries.versions(tx, query));
  }

  @Get('count')
  @AllowSignedIn()
  count(@Context() context: RequestContext, @Query(parsedBy(countQuery)) query: CountQuery): Promise<CountReply> {
    return this.units.read(context, (tx) => this.queries.count(tx, query));
  }

  @Get('clear-day')
  @AllowSignedIn()
  clearDay(@Context() context: RequestContext, @Query(parsedBy(clearDayQuery)) query: ClearDayQuery): Promise<ClearDayReply> {
    return this.units.read(context, (tx) => this.queries.clearDay(tx, query));
  }

  @Post('preview')
  @Allow('calendar.publish')
  preview(@Context() context: RequestContext, @Body(parsedBy(previewBody)) body: PreviewBody): Promise<PreviewReply> {
    return this.units.read(context, (tx) => this.queries.preview(tx, body));
  }

  @Post('years/:year/publication')
  @Allow('calendar.publish')
  publish(
    @Context() context: RequestContext,
    @Param('year') year: string,
    @Body(parsedBy(daysBody)) body: DaysBody,
  ): Promise<CalendarVersion> {
    return this.units.run(context, (tx) => this.library.publishPlan(tx, yearOf(year), body));
  }

  @Put('own-days/:year')
  @Allow('calendar.publish')
  publishOwn(
    @Context() context: RequestContext,
    @Param('year') year: string,
    @Body(parsedBy(daysBody)) body: DaysBody,
  ): Promise<CalendarVersion> {
    return this.units.run(context, (tx) => this.library.publishOwn(tx, yearOf(year), body));
  }
}

function yearOf(text: string): number {
  const parsed = yearSchema.safeParse(Number(text));
  if (!parsed.success) throw calendarErrors.YEAR_MISSING({ year: text.slice(0, 10) });
  return parsed.data;
}
