import { SwapOutlined } from '@ant-design/icons';
import { defineWebPlugin, lazyComponent } from '@fashen/ui';
import { useResumeOffer, useSuspendOffer, useTerminateOffer } from './case-offers';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** Operations on a case as a whole, and what waits for a second person. */
export const caseControlWeb = defineWebPlugin({
  id: 'case-control',
  caseActions: [
    {
      ...{ id: 'case-control.suspend', textKey: 'action.suspend', order: 20, useOffer: useSuspendOffer },
      dialog: lazyComponent(async () => (await import('./CaseControls')).SuspendDialog),
    },
    {
      ...{ id: 'case-control.resume', textKey: 'action.resume', order: 20, useOffer: useResumeOffer },
      dialog: lazyComponent(async () => (await import('./CaseControls')).ResumeDialog),
    },
    {
      ...{ id: 'case-control.terminate', textKey: 'action.terminate', order: 40, isDanger: true, useOffer: useTerminateOffer },
      dialog: lazyComponent(async () => (await import('./CaseControls')).TerminateDialog),
    },
  ],
  caseNotes: [
    lazyComponent(async () => (await import('./PendingRequests')).PendingRequests),
    lazyComponent(async () => (await import('./SeenNote')).SeenNote),
  ],
  parts: {
    batchAct: lazyComponent(async () => (await import('./BatchAct')).BatchAct),
    oldVersionCases: lazyComponent(async () => (await import('./migration/OldVersionCases')).OldVersionCases),
  },
  pages: [
    {
      path: 'migrations',
      permission: 'case-control.migrate',
      navigation: { textKey: 'migration.list', icon: SwapOutlined, order: 45 },
      load: async () => (await import('./migration/MigrationsPage')).MigrationsPage,
    },
    {
      path: 'migrations/new',
      permission: 'case-control.migrate',
      load: async () => (await import('./migration/NewMigrationPage')).NewMigrationPage,
    },
    {
      path: 'migrations/:migrationId',
      permission: 'case-control.migrate',
      load: async () => (await import('./migration/MigrationPage')).MigrationPage,
    },
  ],
  messages: { 'zh-CN': zh, en },
});
