import { defineWebPlugin, lazyComponent } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

const dialogs = () => import('./dialogs');

/** The vote with its board, and the buttons of who holds a task. */
export const approvalWeb = defineWebPlugin({
  id: 'approval',
  taskForms: {
    sign: lazyComponent(async () => (await import('./SignTask')).SignTask),
    part: lazyComponent(async () => (await import('./PartTask')).PartTask),
  },
  formsWithActs: ['sign'],
  parts: { taskStanding: lazyComponent(async () => (await import('./SignBoard')).SignStanding) },
  actions: [
    { id: 'approval.abstain', textKey: 'sign.abstain', order: 12, dialog: lazyComponent(async () => (await dialogs()).AbstainDialog) },
    { id: 'approval.takeBack', textKey: 'action.takeBack', order: 15, dialog: lazyComponent(async () => (await dialogs()).TakeBackDialog) },
    { id: 'approval.revoke', textKey: 'action.revoke', order: 18, dialog: lazyComponent(async () => (await dialogs()).RevokeDialog) },
    { id: 'approval.transfer', textKey: 'action.transfer', order: 20, dialog: lazyComponent(async () => (await dialogs()).TransferDialog) },
    { id: 'approval.delegate', textKey: 'action.delegate', order: 22, dialog: lazyComponent(async () => (await dialogs()).DelegateDialog) },
    { id: 'approval.before', textKey: 'action.before', order: 24, dialog: lazyComponent(async () => (await dialogs()).BeforeDialog) },
    { id: 'approval.after', textKey: 'action.after', order: 26, dialog: lazyComponent(async () => (await dialogs()).AfterDialog) },
    { id: 'approval.parallel', textKey: 'action.parallel', order: 28, dialog: lazyComponent(async () => (await dialogs()).ParallelDialog) },
    { id: 'approval.rework', textKey: 'action.rework', order: 30, dialog: lazyComponent(async () => (await dialogs()).ReworkDialog) },
    {
      ...{ id: 'approval.remove', textKey: 'action.remove', order: 32, isDanger: true },
      dialog: lazyComponent(async () => (await dialogs()).RemoveDialog),
    },
  ],
  messages: { 'zh-CN': zh, en },
});
