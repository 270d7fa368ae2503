import { Injectable } from '@nestjs/common';
import { CaseAccess, type Tx } from '@fashen/plugin-api';
import type { MeetingEntry } from '../model';
import { MeetingRepository } from './meeting.repository';

/** Reads meetings. */
@Injectable()
export class DiscussionQueryService {
  constructor(
    private readonly access: CaseAccess,
    private readonly repository: MeetingRepository,
  ) {}

  /** Meetings of a case with everything said, oldest first. */
  async ofCase(tx: Tx, caseId: string): Promise<{ readonly items: readonly MeetingEntry[] }> {
    await this.access.require(tx, caseId);
    const items: MeetingEntry[] = [];
    for (const { id, draftHash, purpose, call, quorum, convenedAt } of await this.repository.ofCase(tx, caseId)) {
      const entries = await this.repository.viewsOf(tx, id);
      items.push({ id, audience: 'INTERNAL', draftHash, purpose, call, quorum, convenedAt: new Date(convenedAt).toISOString(), entries });
    }
    return { items };
  }
}
