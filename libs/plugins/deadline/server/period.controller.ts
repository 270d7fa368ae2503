import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import type { OfficeDays } from '@fashen/plugins/calendar/model';
import {
  type MovedClock,
  type MovedQuery,
  movedQuery,
  type PeriodsBody,
  periodsBody,
  type PeriodVersion,
  type PeriodVersionReply,
  type Recount,
  type StandingClock,
} from '../model';
import { ClockOverviewService } from './clock-overview.service';
import { PeriodService } from './period.service';

/** Periods, and what concerns clocks of more than one case, over HTTP. */
@Controller('clocks')
export class PeriodController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly periods: PeriodService,
    private readonly overview: ClockOverviewService,
  ) {}

  @Get('office-days')
  @AllowSignedIn()
  officeDays(@Context() context: RequestContext): Promise<OfficeDays> {
    return this.units.read(context, (tx) => this.overview.officeDays(tx));
  }

  @Get('periods')
  @AllowSignedIn()
  latest(@Context() context: RequestContext): Promise<PeriodVersion> {
    return this.units.read(context, (tx) => this.periods.requireLatest(tx));
  }

  @Get('periods/versions')
  @AllowSignedIn()
  versions(@Context() context: RequestContext): Promise<Page<PeriodVersionReply>> {
    return this.units.read(context, (tx) => this.periods.versions(tx));
  }

  @Post('periods/publication')
  @Allow('calendar.publish')
  publish(@Context() context: RequestContext, @Body(parsedBy(periodsBody)) body: PeriodsBody): Promise<PeriodVersion> {
    return this.units.run(context, (tx) => this.periods.publish(tx, body));
  }

  @Get('standing')
  @AllowSignedIn()
  standing(@Context() context: RequestContext): Promise<Page<StandingClock>> {
    return this.units.read(context, (tx) => this.overview.standing(tx));
  }

  @Get('recounts')
  @Allow('calendar.publish')
  recounts(@Context() context: RequestContext): Promise<Page<Recount>> {
    return this.units.read(context, (tx) => this.overview.progress(tx));
  }

  @Get('moved')
  @Allow('calendar.publish')
  moved(@Context() context: RequestContext, @Query(parsedBy(movedQuery)) query: MovedQuery): Promise<Page<MovedClock>> {
    return this.units.read(context, (tx) => this.overview.moved(tx, query));
  }
}
