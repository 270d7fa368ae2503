import type { InstanceView } from '@fashen/plugin-api';
import { instanceView } from './loaded-instance';
import type { WorkflowSession } from './workflow-session';

/** An instance as it stands in an open session. */
export function viewOf(session: WorkflowSession): InstanceView {
  return instanceView(session.instance, session.waits);
}
