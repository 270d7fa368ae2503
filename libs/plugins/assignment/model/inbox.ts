import type { Page, TaskForOther, TaskMove, TaskView } from '@fashen/plugin-api';

/** Lists of the inbox. `moved`: one's own tasks that lie with a deputy; `forOthers`: tasks of those for whom one may act. */
export const INBOX_VIEWS = ['assigned', 'claimable', 'done', 'moved', 'forOthers'] as const;
export type InboxView = (typeof INBOX_VIEWS)[number];

/** With whom a task lies for a time, and until when. */
export interface MovedTo {
  readonly personId: string;
  readonly name: string;
  readonly until: Date;
}

/** A task as the inbox lists it. */
export type InboxTask = TaskView & Partial<Pick<TaskForOther, 'onBehalfOf'>> & { readonly movedTo?: MovedTo };

/** One page of the inbox. */
export type InboxPage = Page<InboxTask>;

/** Numbers for the tabs of the inbox. The last two are absent where no rule of deputies is in force. */
export interface InboxCounts {
  readonly assigned: number;
  readonly claimable: number;
  readonly done: number;
  readonly moved?: number;
  readonly forOthers?: number;
}

/** What a task says about the move it falls under. */
export function movedTo({ deputyId: personId, deputyName: name, until }: TaskMove): MovedTo {
  return { personId, name, until };
}
