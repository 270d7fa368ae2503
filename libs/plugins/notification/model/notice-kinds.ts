/** Every kind of notice. A plugin that tells something new adds its kind here, and a text `notice.<kind>` in `i18n`. */
export const NOTICE_KINDS = [
  'taskAssigned',
  'taskForOther',
  'taskClaimable',
  'taskTaken',
  'taskCancelled',
  'returned',
  'answered',
  'dueSoon',
  'overdue',
  'escalated',
  'extensionAsked',
  'extended',
  'extensionRefused',
  'supplementAsked',
  'supplementHandedIn',
  'urged',
  'copied',
  'caseEnded',
  'webhookStopped',
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Kinds that may break through quiet hours, if the person says so. */
export const URGENT_KINDS: readonly NoticeKind[] = ['dueSoon', 'overdue', 'escalated', 'urged'];

/** Kinds that are mailed unless the person says otherwise. */
export const MAILED_AT_FIRST: readonly NoticeKind[] = [
  'taskAssigned',
  'taskForOther',
  'returned',
  'dueSoon',
  'overdue',
  'escalated',
  'urged',
];
