import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { type InstanceView, type Operated, type Page, type RequestContext, type Tx, UnitOfWork } from '@fashen/plugin-api';
import { Allow, AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type DryRunQuery,
  dryRunQuery,
  type FormReply,
  type FormVersionReply,
  type PublicationBody,
  publicationBody,
  type SubmissionBody,
  submissionBody,
} from '../model';
import { FormLibraryService } from './form-library.service';
import { FormService } from './form.service';
import { SubmissionService } from './submission.service';

/** What the browser learns after a task was done. */
type SubmissionReply = Pick<InstanceView, 'id' | 'status' | 'revision'>;

/** Forms of tasks over HTTP, and the library of published forms. */
@Controller()
export class FormController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly forms: FormService,
    private readonly library: FormLibraryService,
    private readonly submissions: SubmissionService,
  ) {}

  @Get('tasks/:taskId/form')
  @AllowSignedIn()
  show(@Context() context: RequestContext, @Param('taskId') taskId: string): Promise<FormReply | undefined> {
    return this.units.read(context, (tx) => this.forms.show(tx, taskId));
  }

  @Post('tasks/:taskId/submission')
  @HttpCode(200)
  @AllowSignedIn()
  submit(
    @Context() context: RequestContext,
    @Param('taskId') taskId: string,
    @Body(parsedBy(submissionBody)) body: SubmissionBody,
    @Query(parsedBy(dryRunQuery)) { dryRun = false }: DryRunQuery,
  ): Promise<SubmissionReply | Operated<SubmissionReply>> {
    const work = async (tx: Tx): Promise<SubmissionReply> => replyOf(await this.submissions.submit(tx, taskId, body));
    return dryRun ? this.units.operate(context, { dryRun }, work) : this.units.run(context, work);
  }

  @Get('processes/:key/start-form')
  @Allow('case.start')
  showStart(@Context() context: RequestContext, @Param('key') key: string): Promise<FormReply | undefined> {
    return this.units.read(context, (tx) => this.forms.showStart(tx, key));
  }

  @Get('forms')
  @Allow('process.read')
  async list(@Context() context: RequestContext): Promise<Page<FormVersionReply>> {
    return { items: await this.units.read(context, (tx) => this.library.list(tx)) };
  }

  @Get('forms/:key/versions')
  @Allow('process.read')
  async versions(@Context() context: RequestContext, @Param('key') key: string): Promise<Page<FormVersionReply>> {
    return { items: await this.units.read(context, (tx) => this.library.versions(tx, key)) };
  }

  @Post('forms/publication')
  @Allow('process.publish')
  publish(@Context() context: RequestContext, @Body(parsedBy(publicationBody)) body: PublicationBody): Promise<FormVersionReply> {
    return this.units.run(context, (tx) => this.library.publish(tx, body));
  }
}

const replyOf = ({ id, status, revision }: InstanceView): SubmissionReply => ({ id, status, revision });
