import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Operated, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type CorrectionBody,
  correctionBody,
  type OperationQuery,
  operationQuery,
  type OpinionReply,
  type SignatureVerification,
} from '../model';
import { CorrectionService } from './correction.service';
import { OpinionService } from './opinion.service';
import { VerificationService } from './verification.service';

/** Submitted opinions and their signatures over HTTP. */
@Controller()
export class OpinionReadingController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly opinions: OpinionService,
    private readonly verification: VerificationService,
    private readonly corrections: CorrectionService,
  ) {}

  @Get('cases/:caseId/opinions')
  @AllowSignedIn()
  list(@Context() context: RequestContext, @Param('caseId') caseId: string): Promise<readonly OpinionReply[]> {
    return this.units.read(context, (tx) => this.opinions.list(tx, caseId));
  }

  @Post('opinions/:opinionId/correction')
  @HttpCode(200)
  @AllowSignedIn()
  correct(
    @Context() context: RequestContext,
    @Param('opinionId') opinionId: string,
    @Body(parsedBy(correctionBody)) body: CorrectionBody,
    @Query(parsedBy(operationQuery)) { dryRun = false }: OperationQuery,
  ): Promise<Operated<OpinionReply>> {
    return this.units.operate(context, { dryRun }, (tx) => this.corrections.correct(tx, opinionId, body));
  }

  @Get('signatures/:signatureId/verification')
  @AllowSignedIn()
  verify(@Context() context: RequestContext, @Param('signatureId') signatureId: string): Promise<SignatureVerification> {
    return this.units.read(context, (tx) => this.verification.verify(tx, signatureId));
  }
}
