import type { assignmentErrors } from './assignment.errors';
import type { Duty } from './assignment.schema';

/** Two duties one person must not hold in one case. */
export interface DutyRule {
  /** Name in the record of the rules; never reused. */
  readonly id: string;
  /** Who takes one of these ... */
  readonly taking: readonly Duty[];
  /** ... must not have had one of these in the same case, in whatever round. */
  readonly after: readonly Duty[];
  readonly error: keyof typeof assignmentErrors;
  /** Where the rule comes from. */
  readonly source: string;
}

/**
 * Duties apart, as data. Both officers of the case count as `investigate` whether or not they ended a task.
 * Rows come in pairs: it does not matter which of two duties a person had first.
 */
export const DUTY_TABLE: readonly DutyRule[] = [
  {
    id: 'reviewer-not-handler',
    taking: ['review', 'sign-review'],
    after: ['investigate', 'approve-handling'],
    error: 'REVIEWER_CONFLICT',
    source: '《行政处罚法》第五十八条：法制审核由从事行政处罚决定法制审核的人员进行，与调查、承办相分离',
  },
  {
    id: 'reviewer-not-decider',
    taking: ['review', 'sign-review'],
    after: ['decide'],
    error: 'REVIEWER_CONFLICT',
    source: '《行政处罚法》第五十七条、第五十八条：审核在负责人作出决定之前，二者不为一人',
  },
  {
    id: 'decider-not-investigator',
    taking: ['decide'],
    after: ['investigate'],
    error: 'DECIDER_CONFLICT',
    source: '《行政处罚法》第五十七条：调查终结，行政机关负责人应当对调查结果进行审查',
  },
  {
    id: 'decider-not-reviewer',
    taking: ['decide'],
    after: ['review', 'sign-review'],
    error: 'DECIDER_CONFLICT',
    source: '《行政处罚法》第五十七条、第五十八条：未经法制审核或者审核未通过的，不得作出决定',
  },
  {
    id: 'chair-not-investigator',
    taking: ['hear'],
    after: ['investigate'],
    error: 'CHAIR_CONFLICT',
    source: '《行政处罚法》第六十四条第四项：听证由行政机关指定的非本案调查人员主持',
  },
  {
    id: 'handler-not-reviewer',
    taking: ['investigate', 'approve-handling'],
    after: ['review', 'sign-review'],
    error: 'HANDLER_CONFLICT',
    source: '《行政处罚法》第五十八条：审核过本案的人不再调查、承办本案',
  },
  {
    id: 'investigator-not-decider-or-chair',
    taking: ['investigate'],
    after: ['decide', 'hear'],
    error: 'HANDLER_CONFLICT',
    source: '《行政处罚法》第五十七条、第六十四条第四项：决定本案、主持听证的人不再调查本案',
  },
];

/** Duties that only a qualified person may take, and the certificates that qualify; any one of them is enough. */
export const QUALIFICATION_TABLE = [
  {
    id: 'reviewer-qualification',
    taking: ['review'],
    anyOf: ['legal-profession', 'review-before-2018'],
    error: 'REVIEWER_UNQUALIFIED',
    source: '《行政处罚法》第五十八条：初次从事行政处罚决定法制审核的人员，应当通过国家统一法律职业资格考试取得法律职业资格',
  },
] as const;

/** Duties that need two officers with a certificate, and the certificate. */
export const OFFICER_TABLE = [
  {
    id: 'two-certified-officers',
    ending: ['investigate'],
    certificate: 'enforcement',
    source: '《行政处罚法》第四十二条、第五十五条：执法人员不得少于两人，应当具有行政执法资格并出示执法证件',
  },
] as const;
