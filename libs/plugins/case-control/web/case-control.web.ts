import { defineWebPlugin, lazyComponent } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** Operations on a case as a whole, and what waits for a second person. */
export const caseControlWeb = defineWebPlugin({
  id: 'case-control',
  caseActions: [lazyComponent(async () => (await import('./CaseControls')).CaseControls)],
  caseNotes: [
    lazyComponent(async () => (await import('./PendingRequests')).PendingRequests),
    lazyComponent(async () => (await import('./SeenNote')).SeenNote),
  ],
  parts: { batchAct: lazyComponent(async () => (await import('./BatchAct')).BatchAct) },
  messages: { 'zh-CN': zh, en },
});
