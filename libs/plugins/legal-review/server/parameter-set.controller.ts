import { Body, Controller, Get, Param, Post, Put } from '@nestjs/common';
import { type Page, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { Allow, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type ActivationBody,
  activationBody,
  PARAMETER_FIELDS,
  type ParameterField,
  type ParameterPublicationBody,
  parameterPublicationBody,
  type ParameterVersion,
} from '../model';
import { ParameterSetService } from './parameter-set.service';

/** Latest version of each set, the one in force, and how to show the figures. */
type SetsReply = Page<ParameterVersion> & { readonly activeCode?: string; readonly fields: readonly ParameterField[] };

/** Parameter sets over HTTP. */
@Controller('parameter-sets')
export class ParameterSetController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly sets: ParameterSetService,
  ) {}

  @Get()
  @Allow('rule.read')
  async list(@Context() context: RequestContext): Promise<SetsReply> {
    return { ...(await this.units.read(context, (tx) => this.sets.list(tx))), fields: PARAMETER_FIELDS };
  }

  @Put('active')
  @Allow('rule.publish')
  activate(@Context() context: RequestContext, @Body(parsedBy(activationBody)) body: ActivationBody): Promise<ParameterVersion> {
    return this.units.run(context, (tx) => this.sets.activate(tx, body));
  }

  @Get(':code/versions')
  @Allow('rule.read')
  async versions(@Context() context: RequestContext, @Param('code') code: string): Promise<Page<ParameterVersion>> {
    return { items: await this.units.read(context, (tx) => this.sets.versions(tx, code)) };
  }

  @Post(':code/publication')
  @Allow('rule.publish')
  publish(
    @Context() context: RequestContext,
    @Param('code') code: string,
    @Body(parsedBy(parameterPublicationBody)) body: ParameterPublicationBody,
  ): Promise<ParameterVersion> {
    return this.units.run(context, (tx) => this.sets.publish(tx, code, body));
  }
}
