import { definePlugin } from '@fashen/plugin-api';
import { CaseReaders } from '@fashen/plugins/case-file/model';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { copySettings, readerNames } from '../model';
import moddle from '../model/circulate.moddle.json';
import { CaseEndSubscriber } from './case-end.subscriber';
import { CaseReadersService } from './case-readers.service';
import { circulateConfig } from './circulate.config';
import { CirculateController } from './circulate.controller';
import { CirculationOperation, CopyOperation, UrgeOperation } from './circulate.operations';
import { CirculationService } from './circulation.service';
import { CommentEntity } from './comment.entity';
import { CommentRepository } from './comment.repository';
import { CommentService } from './comment.service';
import { CopyBehavior } from './copy.behavior';
import { CopyDescriptionService } from './copy-description.service';
import { CopyEntity } from './copy.entity';
import { CopyListService } from './copy-list.service';
import { CopyReasonEntity } from './copy-reason.entity';
import { CopyRepository } from './copy.repository';
import { CreateCirculation1790140000000 } from './migrations/1790140000000-create-circulation';
import { PassedBySubscriber } from './passed-by.subscriber';
import { ReaderController } from './reader.controller';
import { ReaderUrgingService } from './reader-urging.service';
import { ReadersService } from './readers.service';
import { ReadingService } from './reading.service';
import { SendingService } from './sending.service';
import { UrgeBookService } from './urge-book.service';
import { UrgeEntity } from './urge.entity';
import { UrgeRepository } from './urge.repository';
import { UrgingController } from './urging.controller';
import { UrgingService } from './urging.service';

/** Urging, copies and circulation: telling people about a case without giving them a part in it. */
export const circulatePlugin = definePlugin({
  id: 'circulate',
  requires: ['assignment', 'case-file', 'directory'],
  moddle,
  config: circulateConfig,
  permissions: ['circulate.urgeAny'],
  entities: [CopyEntity, CopyReasonEntity, CommentEntity, UrgeEntity],
  migrations: [CreateCirculation1790140000000],
  controllers: [UrgingController, CirculateController, ReaderController],
  providers: [
    CopyRepository,
    CommentRepository,
    UrgeRepository,
    CaseReadersService,
    ReadersService,
    SendingService,
    UrgeBookService,
    UrgingService,
    ReaderUrgingService,
    CirculationService,
    ReadingService,
    CommentService,
    CopyDescriptionService,
    CopyListService,
  ],
  ports: [{ provide: CaseReaders, useClass: CaseReadersService }],
  behaviors: [CopyBehavior],
  subscribers: [CaseEndSubscriber, PassedBySubscriber],
  operations: [UrgeOperation, CopyOperation, CirculationOperation],
  lint: { 'copy-settings': copySettings },
  names: readerNames,
  messages: { 'zh-CN': zhCn, en },
});
