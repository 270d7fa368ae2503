/** A role: what it is called in `i18n` (`role.<id>`) and which permissions it brings. */
export interface Role {
  readonly id: string;
  readonly permissions: readonly string[];
  /** Whoever holds it belongs to the heads of the bureau (班子成员). */
  readonly isHead?: boolean;
}

/**
 * The roles of a bureau and what each may do. Data, not code: who may do what is read here and nowhere else.
 * Ordinary work in the inbox needs no permission, only the task; rights on one case follow from the person's part in it.
 * Administrators of accounts and operators see no case content.
 */
export const roleTable: readonly Role[] = [
  { id: 'handling-officer', permissions: ['case.start', 'rule.read', 'process.read'] },
  { id: 'unit-head', permissions: ['case.start', 'case.readUnit', 'case.terminate', 'rule.read', 'process.read'] },
  {
    id: 'legal-reviewer',
    permissions: ['legal-review.statistics', 'penalty-execution.remedies', 'rule.read', 'process.read', 'record.verify'],
  },
  {
    id: 'legal-section-head',
    permissions: [
      'case.readAll',
      'legal-review.statistics',
      'opinion.managePhrases',
      'penalty-execution.publication',
      'penalty-execution.remedies',
      'rework.jump',
      'rule.read',
      'process.read',
      'record.verify',
    ],
  },
  {
    id: 'deputy-head',
    isHead: true,
    permissions: [
      'case.readAll',
      'case.terminate',
      'case-control.suspend',
      'circulate.urgeAny',
      'legal-review.statistics',
      'rework.jump',
      'rule.read',
      'process.read',
      'record.verify',
    ],
  },
  {
    id: 'chief-head',
    isHead: true,
    permissions: [
      'case.readAll',
      'case.terminate',
      'case-control.suspend',
      'circulate.urgeAny',
      'legal-review.statistics',
      'rework.jump',
      'rule.read',
      'process.read',
      'record.verify',
    ],
  },
  {
    id: 'legal-modeler',
    permissions: [
      'rule.read',
      'rule.edit',
      'rule.publish',
      'process.read',
      'process.edit',
      'process.publish',
      'calendar.publish',
      'legal-basis.publish',
      'case-control.migrate',
    ],
  },
  { id: 'disclosure-clerk', permissions: ['penalty-execution.publication', 'rule.read', 'process.read'] },
  {
    id: 'operator',
    permissions: ['operator.incidents', 'notification.webhooks', 'case-control.suspend', 'case-control.anyCase', 'approval.manage'],
  },
  { id: 'account-admin', permissions: ['account.manage', 'directory.manage', 'deputy.manage'] },
];

/** Ids of all roles. */
export const roleIds: readonly string[] = roleTable.map((role) => role.id);

/** Ids of the roles that make somebody a head of the bureau. The last in the table has the last word: whoever signs in turns signs in this order. */
export const headRoleIds: readonly string[] = roleTable.filter(({ isHead }) => isHead).map(({ id }) => id);
