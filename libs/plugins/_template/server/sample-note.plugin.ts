import { definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { SampleNoteController } from './sample-note.controller';
import { SampleNoteService } from './sample-note.service';

/** Notes in the record of a case. */
export const sampleNotePlugin = definePlugin({
  id: 'sample-note',
  controllers: [SampleNoteController],
  providers: [SampleNoteService],
  messages: { 'zh-CN': zhCn, en },
});
