import type { ModelerPlugin } from '@fashen/modeler';
import { approvalModeler } from '@fashen/plugins/approval/modeler';
import { assignmentModeler } from '@fashen/plugins/assignment/modeler';
import { caseControlModeler } from '@fashen/plugins/case-control/modeler';
import { caseFileModeler } from '@fashen/plugins/case-file/modeler';
import { circulateModeler } from '@fashen/plugins/circulate/modeler';
import { deadlineModeler } from '@fashen/plugins/deadline/modeler';
import { decisionRuleModeler } from '@fashen/plugins/decision-rule/modeler';
import { discussionModeler } from '@fashen/plugins/discussion/modeler';
import { formModeler } from '@fashen/plugins/form/modeler';
import { legalReviewModeler } from '@fashen/plugins/legal-review/modeler';
import { opinionModeler } from '@fashen/plugins/opinion/modeler';
import { penaltyExecutionModeler } from '@fashen/plugins/penalty-execution/modeler';
import { reworkModeler } from '@fashen/plugins/rework/modeler';
import { summaryModeler } from '@fashen/plugins/summary/modeler';

/** The modeler plugins of this application. Adding a plugin is one line here. */
export const modelerPlugins: readonly ModelerPlugin[] = [
  assignmentModeler,
  approvalModeler,
  formModeler,
  decisionRuleModeler,
  discussionModeler,
  legalReviewModeler,
  caseControlModeler,
  caseFileModeler,
  circulateModeler,
  opinionModeler,
  penaltyExecutionModeler,
  reworkModeler,
  summaryModeler,
  deadlineModeler,
];
