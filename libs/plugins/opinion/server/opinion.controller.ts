import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put, Req } from '@nestjs/common';
import type { Request } from 'express';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type DraftBody,
  draftBody,
  type DraftReply,
  type DraftVersionReply,
  type OpinionBoxReply,
  type OwnDraftReply,
  type SignatureBody,
  signatureBody,
  SignatureMethod,
  type SignatureReply,
  type SignedContent,
} from '../model';
import { contentHash, digestOf } from './digest';
import { DraftService } from './draft.service';
import { SigningService } from './signing.service';

/** Opinions that are being written, over HTTP. */
@Controller('tasks/:taskId')
export class OpinionController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly drafts: DraftService,
    private readonly signing: SigningService,
    private readonly method: SignatureMethod,
  ) {}

  @Get('opinion')
  @AllowSignedIn()
  show(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<OpinionBoxReply> {
    return this.units.read(context, (tx) => this.drafts.show(tx, taskId));
  }

  @Get('draft')
  @AllowSignedIn()
  own(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<OwnDraftReply> {
    return this.units.read(context, (tx) => this.drafts.own(tx, taskId));
  }

  @Get('draft/versions')
  @AllowSignedIn()
  versions(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<readonly DraftVersionReply[]> {
    return this.units.read(context, (tx) => this.drafts.versions(tx, taskId));
  }

  @Put('draft')
  @AllowSignedIn()
  save(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Body(parsedBy(draftBody)) body: DraftBody,
  ): Promise<DraftReply> {
    return this.units.run(context, (tx) => this.drafts.save(tx, taskId, body));
  }

  @Delete('draft')
  @HttpCode(204)
  @AllowSignedIn()
  discard(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<void> {
    return this.units.run(context, (tx) => this.drafts.discard(tx, taskId));
  }

  /** The proof comes first and outside of the unit in which is signed. */
  @Post('opinion-signature')
  @HttpCode(200)
  @AllowSignedIn()
  async sign(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Body(parsedBy(signatureBody)) { password, pin, content }: SignatureBody,
    @Req() request: Pick<Request, 'ip'>,
  ): Promise<SignatureReply> {
    const means = pin === undefined ? 'password' : 'pin';
    await this.units.read(context, (tx) => this.signing.requireMeans(tx, taskId, means));
    await this.method.prove(context, { means, secret: pin ?? password ?? '', address: request.ip ?? '' });
    const what = { content: content as SignedContent, method: means } as const;
    return this.units.run(withoutSecret(context, taskId, what.content), (tx) => this.signing.sign(tx, taskId, what));
  }
}

/** A client's promise covers what is signed, not the proof: a stored digest of a body with six digits in it would tell the digits. */
function withoutSecret(context: RequestContext, taskId: string, content: SignedContent): RequestContext {
  if (!context.idempotency) return context;
  const fingerprint = digestOf(`opinion-signature ${taskId} ${contentHash(content)}`);
  return { ...context, idempotency: { key: context.idempotency.key, fingerprint } };
}
