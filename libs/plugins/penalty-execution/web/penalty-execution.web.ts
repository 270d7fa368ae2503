import { type CaseAction, defineWebPlugin, lazyComponent } from '@fashen/ui';
import en from '../i18n/en.json';
import zh from '../i18n/zh-CN.json';
import { useDecideOffer, useFileOffer, useWithdrawOffer } from './case-offers';

const caseActions: readonly CaseAction[] = [
  {
    id: 'penalty-execution.withdraw',
    textKey: 'action.withdraw',
    order: 30,
    useOffer: useWithdrawOffer,
    dialog: lazyComponent(async () => (await import('./RemedyDialogs')).WithdrawDialog),
  },
  {
    id: 'penalty-execution.decide',
    textKey: 'action.decide',
    order: 31,
    useOffer: useDecideOffer,
    dialog: lazyComponent(async () => (await import('./RemedyDialogs')).DecideDialog),
  },
  {
    id: 'penalty-execution.file',
    textKey: 'action.file',
    order: 32,
    useOffer: useFileOffer,
    dialog: lazyComponent(async () => (await import('./RemedyDialogs')).FileDialog),
  },
];

/** The fine, what it costs to pay late, and disputes about the decision. */
export const penaltyExecutionWeb = defineWebPlugin({
  id: 'penalty-execution',
  caseNotes: [lazyComponent(async () => (await import('./ExecutionNote')).ExecutionNote)],
  caseActions,
  messages: { 'zh-CN': zh, en },
});
