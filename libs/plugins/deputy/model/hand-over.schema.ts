import { z } from 'zod';
import type { JsonObject } from '@fashen/plugin-api';

const personId = z.string().min(1).max(36);
const oneSuccessor = { successorId: personId.optional(), successorRole: z.string().min(1).max(36).optional() };

/** What may have to be handed over. `TURN` is a seat whose turn to sign has not come. Definitions and drafts are named, and changed by hand where they stand. */
export const ITEM_KINDS = ['TASK', 'SEAT', 'TURN', 'RULE', 'DEFINITION', 'DRAFT'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** `CONFLICT` waits for another successor, `BY_HAND` for somebody to say that it was changed; `GONE` had ended before its turn. */
export type ItemState = 'PENDING' | 'DONE' | 'CONFLICT' | 'BY_HAND' | 'GONE';

/** Something the leaving person holds. */
export interface HandOverSubject {
  readonly kind: ItemKind;
  readonly refId: string;
  /** Case number and step, people of a rule, or name of a process. */
  readonly title: string;
}

/** One entry of a hand-over. */
export interface HandOverItem extends HandOverSubject {
  readonly id: string;
  readonly seq: number;
  readonly state: ItemState;
  /** Error code of a conflict, and the gaps of its text. */
  readonly code?: string;
  readonly params?: JsonObject;
  readonly successorId?: string;
  readonly successorName?: string;
}

/** A hand-over with its progress. */
export interface HandOverReply {
  readonly id: string;
  readonly leaverId: string;
  readonly leaverName: string;
  readonly successorId?: string;
  readonly successorName?: string;
  readonly successorRole?: string;
  readonly reason: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly total: number;
  readonly pending: number;
  readonly exceptions: number;
  readonly items: readonly HandOverItem[];
}

/** Query of `POST /hand-overs`: with `dryRun` every entry is settled and all of it is taken back. */
export const startQuery = z.strictObject({ dryRun: z.stringbool().optional() });
export type StartQuery = z.infer<typeof startQuery>;

/** Body of `POST /hand-overs`: to a person, or to everybody of a role. */
export const newHandOver = z
  .strictObject({ leaverId: personId, ...oneSuccessor, reason: z.string().trim().min(1).max(500) })
  .refine(({ successorId, successorRole }) => (successorId === undefined) !== (successorRole === undefined));
export type NewHandOver = z.infer<typeof newHandOver>;

/** Body of `POST /hand-overs/:id/items/:itemId/settlement`; without a successor: it was changed by hand. */
export const settlementBody = z.strictObject(oneSuccessor);
export type SettlementBody = z.infer<typeof settlementBody>;
