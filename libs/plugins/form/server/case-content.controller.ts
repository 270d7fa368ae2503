import { Controller, Get, Param } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context } from '@fashen/plugin-api/server';
import type { CaseContentReply } from '../model';
import { CaseContentService } from './case-content.service';

/** What people have filled in, over HTTP. */
@Controller('cases/:caseId/content')
export class CaseContentController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly content: CaseContentService,
  ) {}

  @Get()
  @AllowSignedIn()
  show(@Context() context: RequestContext, @Param('caseId') caseId: string): Promise<CaseContentReply> {
    return this.units.read(context, (tx) => this.content.ofCase(tx, caseId));
  }
}
