import { defineEvent } from '@fashen/plugin-api';

/** What this plugin tells. */
export const deputyEvents = {
  ruleAdded: defineEvent<{ ruleId: string; principalId: string; deputyId: string; mode: string; fromAt: string; toAt: string }>(
    'deputy',
    'ruleAdded',
  ),
  ruleEnded: defineEvent<{ ruleId: string; principalId: string; deputyId: string }>('deputy', 'ruleEnded'),
  /** A deputy did a task of the principal. */
  acted: defineEvent<{ nodeId: string; nodeName: string; doneTaskId: string; principalId: string; ruleId: string }>('deputy', 'acted'),
  handOverStarted: defineEvent<{ handOverId: string; leaverId: string; items: number }>('deputy', 'handOverStarted'),
  /** A task, or a seat whose turn has not come, changed its holder because somebody leaves; `taskId` is that of the seat then. */
  handedOver: defineEvent<{
    taskId: string;
    nodeId: string;
    nodeName: string;
    handOverId: string;
    fromId: string;
    orderedBy: string;
    cause: string;
    assigneeId?: string;
  }>('deputy', 'handedOver'),
};
