import { Body, Controller, Get, Header, Param, Post, StreamableFile, UploadedFile as FromRequest, UseInterceptors } from '@nestjs/common';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  attachmentErrors,
  attachmentFields,
  type AttachmentFields,
  type AttachmentList,
  type AttachmentReply,
  cleanName,
  dispositionOf,
} from '../model';
import { AttachmentService } from './attachment.service';
import { AttachmentStore } from './attachment-store';
import { FileInspector } from './file-inspector';
import { UploadInterceptor, type UploadedFile } from './upload.interceptor';

/** Files of cases over HTTP. */
@Controller()
export class AttachmentController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly attachments: AttachmentService,
    private readonly inspector: FileInspector,
    private readonly store: AttachmentStore,
  ) {}

  @Get('cases/:instanceId/attachments')
  @AllowSignedIn()
  list(@Context() context: RequestContext, @Param('instanceId') instanceId: string): Promise<AttachmentList> {
    return this.units.read(context, (tx) => this.attachments.list(tx, instanceId));
  }

  /** The file is looked into and lies in its place before the case hears of it: inside a unit of work no file is touched. */
  @Post('cases/:instanceId/attachments')
  @AllowSignedIn()
  @UseInterceptors(UploadInterceptor)
  async add(
    @Context() context: RequestContext,
    @Param('instanceId') instanceId: string,
    @FromRequest() file: UploadedFile | undefined,
    @Body(parsedBy(attachmentFields)) body: AttachmentFields,
  ): Promise<AttachmentReply> {
    if (!file) throw attachmentErrors.NO_FILE();
    try {
      const name = cleanName(file.originalname);
      if (name === '') throw attachmentErrors.NAME_REFUSED();
      if (file.size === 0) throw attachmentErrors.EMPTY();
      const mediaType = await this.inspector.inspect(file.path, name);
      await this.store.keep(file);
      const { size, sha256, sm3 } = file;
      return await this.units.run(context, (tx) =>
        this.attachments.add(tx, instanceId, { name, category: body.category, mediaType, size, sha256, sm3 }),
      );
    } finally {
      await this.store.discard(file);
    }
  }

  /** Always saved, never shown: what somebody uploaded does not become a page of ours. */
  @Get('attachments/:attachmentId/content')
  @AllowSignedIn()
  @Header('Content-Security-Policy', "sandbox; default-src 'none'")
  @Header('X-Content-Type-Options', 'nosniff')
  @Header('Cache-Control', 'private, no-store')
  async content(@Context() context: RequestContext, @Param('attachmentId') attachmentId: string): Promise<StreamableFile> {
    const found = await this.units.read(context, (tx) => this.attachments.require(tx, attachmentId));
    const disposition = dispositionOf(found.name);
    return new StreamableFile(this.store.read(found.sha256), { type: found.mediaType, length: found.size, disposition });
  }
}
