import { definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { AttachmentHashes } from '../model';
import { AttachmentHashesService } from './attachment-hashes.service';
import { attachmentConfig } from './attachment.config';
import { AttachmentController } from './attachment.controller';
import { AttachmentEntity } from './attachment.entity';
import { AttachmentRepository } from './attachment.repository';
import { AttachmentService } from './attachment.service';
import { AttachmentStore } from './attachment-store';
import { FileInspector } from './file-inspector';
import { CreateAttachments1790000030000 } from './migrations/1790000030000-create-attachments';
import { UploadInterceptor } from './upload.interceptor';

/** Files attached to cases. */
export const attachmentPlugin = definePlugin({
  id: 'attachment',
  requires: ['directory', 'case-file'],
  config: attachmentConfig,
  entities: [AttachmentEntity],
  migrations: [CreateAttachments1790000030000],
  controllers: [AttachmentController],
  providers: [AttachmentRepository, AttachmentStore, FileInspector, AttachmentService, UploadInterceptor],
  ports: [{ provide: AttachmentHashes, useClass: AttachmentHashesService }],
  messages: { 'zh-CN': zhCn, en },
});
