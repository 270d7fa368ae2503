import type { InstanceStatus } from '@fashen/plugin-api';
import type { CopyMode, CopySource } from './circulate.schema';

/** How often something was urged, as its holder sees it. Times are milliseconds since the epoch. */
export interface UrgeTally {
  readonly count: number;
  readonly lastAt?: number;
  readonly lastByName?: string;
  readonly lastMessage?: string;
}

/** Who got a case by one operation. */
export interface SentReply {
  readonly readers: readonly { readonly personId: string; readonly name: string; readonly wasReader: boolean }[];
}

/** Why somebody got a case. */
export interface CopyReason {
  readonly source: CopySource;
  readonly mode: CopyMode;
  readonly sentBy: string;
  readonly sentByName: string;
  readonly sentAt: number;
  readonly nodeId?: string;
  readonly reason?: string;
  readonly readAt?: number;
}

/** A comment of a reader. */
export interface CommentReply {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly text: string;
  readonly at: number;
}

/** One reader of a case: one row, all reasons kept. */
export interface Receipt {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly mode: CopyMode;
  /** When everything sent so far had been read. */
  readonly readAt?: number;
  readonly reasons: readonly CopyReason[];
  /** The asking person sent something here that is unread, and may take it back. */
  readonly mayWithdraw: boolean;
}

/** Readers and comments of a case. */
export interface CirculationReply {
  readonly receipts: readonly Receipt[];
  /** Comments made while the case ran; these belong to the printed form. */
  readonly comments: readonly CommentReply[];
  /** Comments made after its end; kept apart and never printed. */
  readonly lateComments: readonly CommentReply[];
  /** The asking person is a reader who has something unread. */
  readonly isUnread: boolean;
  readonly mayComment: boolean;
}

/** A case in one's list of copies. */
export interface CopyReply {
  readonly id: string;
  readonly instanceId: string;
  readonly businessKey: string;
  readonly title: string;
  readonly status: InstanceStatus;
  readonly mode: CopyMode;
  readonly sentByName: string;
  readonly sentAt: number;
  readonly readAt?: number;
  readonly reason?: string;
  readonly urged: UrgeTally;
}
