import { Injectable } from '@nestjs/common';
import { Directory, Instances, type Tx } from '@fashen/plugin-api';
import type { CopyReply, UrgeTally } from '../model';
import { type Copy, CopyRepository, type Reason } from './copy.repository';
import { UrgeBookService } from './urge-book.service';

/** Copies with what their readers want to know: case, sender, reason, urgings. */
@Injectable()
export class CopyDescriptionService {
  constructor(
    private readonly copies: CopyRepository,
    private readonly book: UrgeBookService,
    private readonly instances: Instances,
    private readonly directory: Directory,
  ) {}

  async describe(tx: Tx, copies: readonly Copy[]): Promise<readonly CopyReply[]> {
    const ids = copies.map((copy) => copy.id);
    const [reasons, tallies] = [await this.copies.reasonsOf(tx, ids), await this.book.talliesOf(tx, ids)];
    const names = await this.directory.names(
      tx,
      reasons.map((reason) => reason.sentBy),
    );
    const replies: CopyReply[] = [];
    for (const copy of copies) {
      const own = reasons.filter((reason) => reason.copyId === copy.id);
      replies.push(await this.describeOne(tx, copy, { own, urged: tallies.get(copy.id) ?? { count: 0 }, names }));
    }
    return replies;
  }

  private async describeOne(tx: Tx, copy: Copy, { own, urged, names }: AboutCopy): Promise<CopyReply> {
    const { businessKey, title, status } = await this.instances.require(tx, copy.instanceId);
    const last = own.at(-1);
    const sentBy = last?.sentBy ?? '';
    return {
      ...{ id: copy.id, instanceId: copy.instanceId, businessKey, title, status, sentAt: copy.sentAt, urged },
      mode: own.some((reason) => reason.mode === 'circulation') ? 'circulation' : 'copy',
      sentByName: names.get(sentBy) ?? sentBy,
      ...(copy.readAt !== undefined && { readAt: copy.readAt }),
      ...(last?.reason !== undefined && { reason: last.reason }),
    };
  }
}

interface AboutCopy {
  readonly own: readonly Reason[];
  readonly urged: UrgeTally;
  readonly names: ReadonlyMap<string, string>;
}
