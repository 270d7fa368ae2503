import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { type DecisionResult, type LintFinding, type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type CheckBody,
  checkBody,
  type DecisionDraft,
  type DecisionSummary,
  type DecisionView,
  type DraftBody,
  draftBody,
  type EvaluationBody,
  evaluationBody,
  type PublicationBody,
  publicationBody,
} from '../model';
import { DecisionDraftService } from './decision-draft.service';
import { DecisionEvaluationService } from './decision-evaluation.service';
import { DecisionRuleService } from './decision-rule.service';

/** Decisions over HTTP: look, edit, check, try, publish. */
@Controller('decisions')
export class DecisionRuleController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly library: DecisionRuleService,
    private readonly drafts: DecisionDraftService,
    private readonly evaluation: DecisionEvaluationService,
  ) {}

  @Get()
  @Allow('rule.read')
  async list(@Context() context: RequestContext): Promise<Page<DecisionSummary>> {
    return { items: await this.units.read(context, (tx) => this.library.list(tx)) };
  }

  @Get('versions/:versionId')
  @Allow('rule.read')
  showVersion(@Context() context: RequestContext, @Param('versionId') versionId: string): Promise<DecisionView> {
    return this.units.read(context, (tx) => this.library.showVersion(tx, versionId));
  }

  @Get(':key')
  @Allow('rule.read')
  show(@Context() context: RequestContext, @Param('key') key: string): Promise<DecisionView> {
    return this.units.read(context, (tx) => this.library.show(tx, key));
  }

  @Get(':key/versions')
  @Allow('rule.read')
  async versions(@Context() context: RequestContext, @Param('key') key: string): Promise<Page<DecisionSummary>> {
    return { items: await this.units.read(context, (tx) => this.library.versions(tx, key)) };
  }

  @Get(':key/draft')
  @Allow('rule.edit')
  showDraft(@Context() context: RequestContext, @Param('key') key: string): Promise<DecisionDraft> {
    return this.units.read(context, (tx) => this.drafts.require(tx, key));
  }

  @Put(':key/draft')
  @Allow('rule.edit')
  saveDraft(
    @Context() context: RequestContext,
    @Param('key') key: string,
    @Body(parsedBy(draftBody)) body: DraftBody,
  ): Promise<DecisionDraft> {
    return this.units.run(context, (tx) => this.drafts.save(tx, key, body));
  }

  @Post(':key/check')
  @HttpCode(200)
  @Allow('rule.read')
  async check(@Body(parsedBy(checkBody)) body: CheckBody): Promise<{ findings: readonly LintFinding[] }> {
    return { findings: await this.library.check(body) };
  }

  @Post(':key/publication')
  @Allow('rule.publish')
  publish(
    @Context() context: RequestContext,
    @Param('key') key: string,
    @Body(parsedBy(publicationBody)) body: PublicationBody,
  ): Promise<DecisionSummary> {
    return this.units.run(context, (tx) => this.library.publishAs(tx, key, body));
  }

  @Post(':key/evaluation')
  @HttpCode(200)
  @Allow('rule.read')
  attempt(
    @Context() context: RequestContext,
    @Param('key') key: string,
    @Body(parsedBy(evaluationBody)) body: EvaluationBody,
  ): Promise<DecisionResult> {
    return this.units.read(context, (tx) => this.evaluation.attempt(tx, key, body));
  }
}
