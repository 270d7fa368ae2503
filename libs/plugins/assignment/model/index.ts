/** What is true about the assignment of tasks everywhere. */
export { assignmentErrors } from './assignment.errors';
export { assignmentEvents } from './assignment.events';
export { ASSIGNMENT, ASSIGNMENT_KINDS, assignmentRule, DUTIES, handOnBody, taskListQuery, wordsOf } from './assignment.schema';
export type { AssignmentRule, Duty, HandOnBody, TaskListQuery } from './assignment.schema';
export { isPlainPath, personIdsAt, valueAt } from './case-path.rules';
export { dayOf, holdsCertificate, isDay, isValidOn } from './certificate.rules';
export { claimState, isCandidate } from './claim.rules';
export type { ClaimState } from './claim.rules';
export { DUTY_TABLE, OFFICER_TABLE, QUALIFICATION_TABLE } from './duty-table';
export type { DutyRule } from './duty-table';
export { dutyConflict, needsHistory, officerCertificateFor, officersRefusal, performancesOf, refusalOf } from './duty.rules';
export type { Performance, StepToTake } from './duty.rules';
export { assignmentLint } from './lint';
export { panelOf } from './panel.rules';
export { Duties, NodePeople } from './people.ports';
export type { NodePerson } from './people.ports';
export type { Panel } from './panel.rules';
export type { TaskDetail } from './task-detail';
