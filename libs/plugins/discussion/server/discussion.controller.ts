import { Controller, Get, Param } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context } from '@fashen/plugin-api/server';
import type { MeetingEntry } from '../model';
import { DiscussionQueryService } from './discussion-query.service';

/** Meetings of a case over HTTP, for those in the organ who may see the case. */
@Controller()
export class DiscussionController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly queries: DiscussionQueryService,
  ) {}

  @Get('cases/:caseId/discussions')
  @AllowSignedIn()
  ofCase(@Context() context: RequestContext, @Param('caseId') caseId: string): Promise<{ readonly items: readonly MeetingEntry[] }> {
    return this.units.read(context, (tx) => this.queries.ofCase(tx, caseId));
  }
}
