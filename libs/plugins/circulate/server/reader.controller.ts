import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import { type CommentBody, commentBody, type CommentReply } from '../model';
import { CommentService } from './comment.service';
import { ReadingService } from './reading.service';

/** What readers do, over HTTP. */
@Controller()
export class ReaderController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly reading: ReadingService,
    private readonly comments: CommentService,
  ) {}

  @Post('cases/:caseId/copies/reading')
  @HttpCode(200)
  @AllowSignedIn()
  read(@Context() context: RequestContext, @Param('caseId') caseId: string): Promise<{ readonly readAt: number }> {
    return this.units.run(context, (tx) => this.reading.read(tx, caseId));
  }

  @Post('cases/:caseId/circulation/comments')
  @HttpCode(200)
  @AllowSignedIn()
  comment(
    @Context() context: RequestContext,
    @Param('caseId') caseId: string,
    @Body(parsedBy(commentBody)) body: CommentBody,
  ): Promise<CommentReply> {
    return this.units.run(context, (tx) => this.comments.comment(tx, caseId, body));
  }
}
