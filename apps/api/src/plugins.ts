import type { WorkflowPlugin } from '@fashen/plugin-api';
import { accountPlugin } from '@fashen/plugins/account/server';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { attachmentPlugin } from '@fashen/plugins/attachment/server';
import { calendarPlugin } from '@fashen/plugins/calendar/server';
import { caseControlPlugin } from '@fashen/plugins/case-control/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { circulatePlugin } from '@fashen/plugins/circulate/server';
import { deadlinePlugin } from '@fashen/plugins/deadline/server';
import { decisionRulePlugin } from '@fashen/plugins/decision-rule/server';
import { deputyPlugin } from '@fashen/plugins/deputy/server';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { discussionPlugin } from '@fashen/plugins/discussion/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { legalBasisPlugin } from '@fashen/plugins/legal-basis/server';
import { legalReviewPlugin } from '@fashen/plugins/legal-review/server';
import { notificationPlugin } from '@fashen/plugins/notification/server';
import { opinionPlugin } from '@fashen/plugins/opinion/server';
import { penaltyExecutionPlugin } from '@fashen/plugins/penalty-execution/server';
import { processLibraryPlugin } from '@fashen/plugins/process-library/server';
import { recordPlugin } from '@fashen/plugins/record/server';
import { reworkPlugin } from '@fashen/plugins/rework/server';
import { summaryPlugin } from '@fashen/plugins/summary/server';

/** The server's plugins. One line each; the order does not matter. */
export const plugins: readonly WorkflowPlugin[] = [
  accountPlugin,
  approvalPlugin,
  assignmentPlugin,
  attachmentPlugin,
  calendarPlugin,
  caseControlPlugin,
  caseFilePlugin,
  circulatePlugin,
  deadlinePlugin,
  decisionRulePlugin,
  deputyPlugin,
  directoryPlugin,
  discussionPlugin,
  formPlugin,
  legalBasisPlugin,
  legalReviewPlugin,
  notificationPlugin,
  opinionPlugin,
  penaltyExecutionPlugin,
  processLibraryPlugin,
  recordPlugin,
  reworkPlugin,
  summaryPlugin,
];
