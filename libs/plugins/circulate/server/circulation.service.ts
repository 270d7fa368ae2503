import { Injectable } from '@nestjs/common';
import { CaseAccess, Directory, type Tx } from '@fashen/plugin-api';
import type { CirculationReply, CommentReply, CopyReason, Receipt } from '../model';
import { type Comment, CommentRepository } from './comment.repository';
import { type Copy, CopyRepository, type Reason } from './copy.repository';

/** Shows the readers of a case and what they said. */
@Injectable()
export class CirculationService {
  constructor(
    private readonly access: CaseAccess,
    private readonly directory: Directory,
    private readonly copies: CopyRepository,
    private readonly comments: CommentRepository,
  ) {}

  /** Who got the case, who has read it, and what they said. For everybody who sees the case. */
  async show(tx: Tx, instanceId: string): Promise<CirculationReply> {
    await this.access.require(tx, instanceId);
    const copies = await this.copies.ofCase(tx, instanceId);
    const reasons = await this.copies.reasonsOf(
      tx,
      copies.map((copy) => copy.id),
    );
    const comments = await this.comments.ofCase(tx, instanceId);
    const names = await this.directory.names(tx, [
      ...copies.map((one) => one.personId),
      ...reasons.map((one) => one.sentBy),
      ...comments.map((one) => one.personId),
    ]);
    const nameOf = (id: string): string => names.get(id) ?? id;
    const receipts = copies.map((copy) => receiptOf(tx, copy, reasons, nameOf));
    const own = receipts.find((receipt) => receipt.personId === tx.actor.personId);
    const said = (afterEnd: boolean): readonly CommentReply[] =>
      comments.filter((one) => one.afterEnd === afterEnd).map((one) => commentOf(one, nameOf));
    return {
      receipts,
      comments: said(false),
      lateComments: said(true),
      isUnread: own !== undefined && own.readAt === undefined,
      mayComment: own?.mode === 'circulation',
    };
  }
}

function receiptOf(tx: Tx, copy: Copy, all: readonly Reason[], nameOf: (id: string) => string): Receipt {
  const own = all.filter((reason) => reason.copyId === copy.id);
  const mayWithdraw = own.some((one) => one.source === 'person' && one.sentBy === tx.actor.personId && one.readAt === undefined);
  return {
    id: copy.id,
    personId: copy.personId,
    personName: nameOf(copy.personId),
    mode: own.some((reason) => reason.mode === 'circulation') ? 'circulation' : 'copy',
    reasons: own.map((reason) => reasonOf(reason, nameOf)),
    mayWithdraw,
    ...(copy.readAt !== undefined && { readAt: copy.readAt }),
  };
}

const reasonOf = (one: Reason, nameOf: (id: string) => string): CopyReason => ({
  source: one.source,
  mode: one.mode,
  sentBy: one.sentBy,
  sentByName: nameOf(one.sentBy),
  sentAt: one.sentAt,
  ...(one.nodeId !== undefined && { nodeId: one.nodeId }),
  ...(one.reason !== undefined && { reason: one.reason }),
  ...(one.readAt !== undefined && { readAt: one.readAt }),
});

const commentOf = (one: Comment, nameOf: (id: string) => string): CommentReply => ({
  id: one.id,
  personId: one.personId,
  personName: nameOf(one.personId),
  text: one.text,
  at: one.saidAt,
});
