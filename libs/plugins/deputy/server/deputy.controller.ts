import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type HandOverReply,
  type NewRule,
  newRule,
  type NewRuleReply,
  type PrincipalReply,
  type ReasonBody,
  reasonBody,
  type RuleQuery,
  ruleQuery,
  type RuleReply,
} from '../model';
import { DeputyService } from './deputy.service';
import { HandOverService } from './hand-over.service';

/** Rules by which people act for others, over HTTP. */
@Controller('deputies')
export class DeputyController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly service: DeputyService,
    private readonly handOvers: HandOverService,
  ) {}

  @Get()
  @AllowSignedIn()
  list(@Context() context: RequestContext, @Query(parsedBy(ruleQuery)) query: RuleQuery): Promise<Page<RuleReply>> {
    return this.units.read(context, (tx) => this.service.list(tx, query.personId));
  }

  @Get('principals')
  @AllowSignedIn()
  principals(@Context() context: RequestContext): Promise<Page<PrincipalReply>> {
    return this.units.read(context, (tx) => this.service.principals(tx));
  }

  @Post()
  @AllowSignedIn()
  add(@Context() context: RequestContext, @Body(parsedBy(newRule)) body: NewRule): Promise<NewRuleReply> {
    return this.units.run(context, (tx) => this.service.add(tx, body));
  }

  @Post(':ruleId/ending')
  @HttpCode(200)
  @AllowSignedIn()
  end(
    @Context() context: RequestContext,
    @Param('ruleId') ruleId: string,
    @Body(parsedBy(reasonBody)) body: ReasonBody,
  ): Promise<RuleReply> {
    return this.units.run(context, (tx) => this.service.end(tx, ruleId, body.reason));
  }

  @Post(':ruleId/open-tasks')
  @HttpCode(200)
  @AllowSignedIn()
  handOverOpenTasks(@Context() context: RequestContext, @Param('ruleId') ruleId: string): Promise<HandOverReply> {
    return this.units.run(context, (tx) => this.handOvers.startForRule(tx, ruleId));
  }
}
