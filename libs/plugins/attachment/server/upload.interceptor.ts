import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Request } from 'express';
import type { StorageEngine } from 'multer';
import type { Observable } from 'rxjs';
import { type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { REQUEST_CONTEXT } from '@fashen/plugin-api/server';
import { AttachmentService } from './attachment.service';
import { AttachmentStore, type ReceivedFile } from './attachment-store';

/** A file as it came with the request. */
export interface UploadedFile extends ReceivedFile {
  readonly originalname: string;
}

/**
 * Receives the field `file` of a multipart request straight to disk, after asking whether the actor may add to the case at all:
 * nobody fills the disk of a case that is not theirs.
 */
@Injectable()
export class UploadInterceptor implements NestInterceptor {
  private readonly receiver: NestInterceptor;

  constructor(
    private readonly units: UnitOfWork,
    private readonly attachments: AttachmentService,
    store: AttachmentStore,
  ) {
    const Receiver = FileInterceptor('file', {
      storage: storageOf(store),
      limits: { files: 1, fields: 5, parts: 6, fieldSize: 1_000, headerPairs: 20 },
      defParamCharset: 'utf8',
    });
    this.receiver = new Receiver();
  }

  async intercept(execution: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = execution.switchToHttp().getRequest<Request & { [REQUEST_CONTEXT]: RequestContext }>();
    const bytes = Number(request.headers['content-length'] ?? 0);
    const instanceId = String(request.params['instanceId']);
    await this.units.read(request[REQUEST_CONTEXT], (tx) => this.attachments.requireRoom(tx, instanceId, bytes));
    return this.receiver.intercept(execution, next);
  }
}

/** How multer puts a file away. */
const storageOf = (store: AttachmentStore): StorageEngine => ({
  _handleFile: (_request, file, done) => {
    store.receive(file.stream).then((received) => done(null, received as Partial<Express.Multer.File>), done);
  },
  _removeFile: (_request, file, done) => {
    store.discard(file as unknown as ReceivedFile).then(() => done(null), done);
  },
});
