import { defineWebPlugin, lazyComponent } from '@fashen/ui';
import { useJumpOffer, useWithdrawalOffer } from './case-offers';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';

/** Sending cases back: buttons on tasks, what was returned in the head of the case, operations on the case as a whole. */
export const reworkWeb = defineWebPlugin({
  id: 'rework',
  actions: [
    {
      id: 'rework.resubmit',
      textKey: 'resubmit',
      order: 12,
      dialog: lazyComponent(async () => (await import('./ResubmitDialog')).ResubmitDialog),
    },
    {
      id: 'rework.return',
      textKey: 'return',
      order: 40,
      letter: 'r',
      dialog: lazyComponent(async () => (await import('./ReturnDialog')).ReturnDialog),
    },
    {
      id: 'rework.takeBack',
      textKey: 'takeBack',
      order: 45,
      dialog: lazyComponent(async () => (await import('./ReasonDialogs')).TakeBackDialog),
    },
    {
      ...{ id: 'rework.reject', textKey: 'reject', order: 50, isDanger: true },
      dialog: lazyComponent(async () => (await import('./ReasonDialogs')).RejectDialog),
    },
  ],
  caseNotes: [lazyComponent(async () => (await import('./ReworkNote')).ReworkNote)],
  parts: { taskNote: lazyComponent(async () => (await import('./ReworkNote')).ReturnNote) },
  caseActions: [
    {
      ...{ id: 'rework.withdraw', textKey: 'withdraw', order: 10, useOffer: useWithdrawalOffer },
      dialog: lazyComponent(async () => (await import('./CaseActions')).WithdrawDialog),
    },
    {
      ...{ id: 'rework.jump', textKey: 'jump', order: 30, useOffer: useJumpOffer },
      dialog: lazyComponent(async () => (await import('./CaseActions')).JumpDialog),
    },
  ],
  messages: { 'zh-CN': zh, en },
});
