import { accountWeb } from '@fashen/plugins/account/web';
import { approvalWeb } from '@fashen/plugins/approval/web';
import { assignmentWeb } from '@fashen/plugins/assignment/web';
import { attachmentWeb } from '@fashen/plugins/attachment/web';
import { calendarWeb } from '@fashen/plugins/calendar/web';
import { caseControlWeb } from '@fashen/plugins/case-control/web';
import { caseFileWeb } from '@fashen/plugins/case-file/web';
import { circulateWeb } from '@fashen/plugins/circulate/web';
import { deadlineWeb } from '@fashen/plugins/deadline/web';
import { deputyWeb } from '@fashen/plugins/deputy/web';
import { formWeb } from '@fashen/plugins/form/web';
import { legalBasisWeb } from '@fashen/plugins/legal-basis/web';
import { legalReviewWeb } from '@fashen/plugins/legal-review/web';
import { notificationWeb } from '@fashen/plugins/notification/web';
import { opinionWeb } from '@fashen/plugins/opinion/web';
import { penaltyExecutionWeb } from '@fashen/plugins/penalty-execution/web';
import { processLibraryWeb } from '@fashen/plugins/process-library/web';
import { reworkWeb } from '@fashen/plugins/rework/web';
import { recordWeb } from '@fashen/plugins/record/web';
import type { WebPlugin } from '@fashen/ui';

/** The web plugins of this application. Adding a plugin is one line here. */
export const webPlugins: readonly WebPlugin[] = [
  accountWeb,
  approvalWeb,
  assignmentWeb,
  calendarWeb,
  caseControlWeb,
  caseFileWeb,
  circulateWeb,
  deadlineWeb,
  deputyWeb,
  formWeb,
  legalBasisWeb,
  legalReviewWeb,
  recordWeb,
  reworkWeb,
  attachmentWeb,
  notificationWeb,
  opinionWeb,
  penaltyExecutionWeb,
  processLibraryWeb,
];
