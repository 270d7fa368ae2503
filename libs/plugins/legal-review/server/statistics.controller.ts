import { Controller, Get, Query } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, Context, parsedBy } from '@fashen/plugin-api/server';
import { type ReviewStatistics, type StatisticsQuery, statisticsQuery } from '../model';
import { StatisticsService } from './statistics.service';

/** Who reads what legal review did over all cases. */
export const STATISTICS = 'legal-review.statistics';

/** Statistics of legal review over HTTP. */
@Controller('review-statistics')
export class StatisticsController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly statistics: StatisticsService,
  ) {}

  @Get()
  @Allow(STATISTICS)
  of(@Context() context: RequestContext, @Query(parsedBy(statisticsQuery)) query: StatisticsQuery): Promise<ReviewStatistics> {
    return this.units.read(context, (tx) => this.statistics.of(tx, query));
  }
}
