import { Controller, Get } from '@nestjs/common';
import { type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context } from '@fashen/plugin-api/server';
import type { ProcedureReply } from '../model';
import { ProcedureService } from './procedure.service';

/** Procedures over HTTP. */
@Controller('procedures')
export class ProcedureController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly procedures: ProcedureService,
  ) {}

  @Get()
  @AllowSignedIn()
  list(@Context() context: RequestContext): Promise<Page<ProcedureReply>> {
    return this.units.read(context, (tx) => this.procedures.list(tx));
  }
}
