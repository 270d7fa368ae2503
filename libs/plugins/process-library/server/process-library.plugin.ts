import { definePlugin } from '@fashen/plugin-api';
import en from '../i18n/en.json';
import zhCn from '../i18n/zh-CN.json';
import { IncidentController } from './incident.controller';
import { LibraryService } from './library.service';
import { ModelingService } from './modeling.service';
import { processLibraryConfig } from './process-library.config';
import { ProcessLibraryController } from './process-library.controller';
import { TryOutController } from './try-out.controller';
import { TryOutService } from './try-out.service';

/** The library of processes: drawing, checking, publishing. */
export const processLibraryPlugin = definePlugin({
  id: 'process-library',
  requires: ['directory'],
  config: processLibraryConfig,
  permissions: ['process.read', 'process.edit', 'process.publish', 'operator.incidents'],
  controllers: [TryOutController, ProcessLibraryController, IncidentController],
  providers: [LibraryService, ModelingService, TryOutService],
  messages: { 'zh-CN': zhCn, en },
});
