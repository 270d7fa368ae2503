import { definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { RecordHeads } from '../model';
import { CreateRecord1790000060000 } from './migrations/1790000060000-create-record';
import { AddRule1790130000001 } from './migrations/1790130000001-add-rule';
import { RecordEntryEntity } from './record-entry.entity';
import { RecordController } from './record.controller';
import { RecordHeadsService } from './record-heads.service';
import { RecordRepository } from './record.repository';
import { RecordService } from './record.service';
import { RecordSubscriber } from './record.subscriber';

/** The record of every case, which can be proved. */
export const recordPlugin = definePlugin({
  id: 'record',
  requires: ['case-file', 'directory'],
  permissions: ['record.verify'],
  entities: [RecordEntryEntity],
  migrations: [CreateRecord1790000060000, AddRule1790130000001],
  controllers: [RecordController],
  providers: [RecordRepository, RecordService],
  ports: [{ provide: RecordHeads, useClass: RecordHeadsService }],
  subscribers: [RecordSubscriber],
  messages: { 'zh-CN': zhCn, en },
});
