import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import type { MeetingCall, Quorum, ViewEntry } from '../model';

/** A meeting as it was convened. */
export interface KeptMeeting {
  readonly id: string;
  readonly caseId: string;
  readonly draftHash: string;
  readonly purpose: string;
  readonly call: MeetingCall;
  readonly quorum: Quorum;
  readonly convenedAt: number;
}

/** A meeting to keep. */
export type NewMeeting = Omit<KeptMeeting, 'id' | 'convenedAt'> & { readonly processId: string };

/** Something said at a meeting, to keep. */
export type NewView = Pick<ViewEntry, 'kind' | 'personId' | 'personName' | 'stance' | 'reason'>;

interface MeetingRow {
  id: string;
  case_id: string;
  draft_hash: string;
  purpose: string;
  call_json: string;
  quorum_json: string;
  convened_at: number | string;
}
interface ViewRow {
  id: string;
  kind: ViewEntry['kind'];
  person_id: string;
  person_name: string;
  stance: string;
  reason: string;
  given_at: number | string;
}

const MEETING = 'SELECT id, case_id, draft_hash, purpose, call_json, quorum_json, convened_at FROM discussion_meeting';

/** Rows of meetings and views: inserted, never changed. */
@Injectable()
export class MeetingRepository {
  async add(tx: Tx, meeting: NewMeeting): Promise<string> {
    const id = randomUUID();
    const seq = (await this.ofCase(tx, meeting.caseId)).length + 1;
    const texts = [JSON.stringify(meeting.call), JSON.stringify(meeting.quorum)];
    await tx.manager.query(
      'INSERT INTO discussion_meeting (id, case_id, process_id, seq, purpose, draft_hash, call_json, quorum_json, convened_by, convened_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [id, meeting.caseId, meeting.processId, seq, meeting.purpose, meeting.draftHash, ...texts, tx.actor.personId, tx.now.getTime()],
    );
    return id;
  }

  /** The meeting that runs in this process: the last one convened there. */
  async findLast(tx: Tx, processId: string): Promise<KeptMeeting | undefined> {
    const rows = await tx.manager.query<MeetingRow[]>(`${MEETING} WHERE process_id = ? ORDER BY seq DESC LIMIT 1`, [processId]);
    return rows.map(meetingFrom)[0];
  }

  /** All meetings of a case, oldest first. */
  async ofCase(tx: Tx, caseId: string): Promise<readonly KeptMeeting[]> {
    return (await tx.manager.query<MeetingRow[]>(`${MEETING} WHERE case_id = ? ORDER BY seq LIMIT 200`, [caseId])).map(meetingFrom);
  }

  /** Everything said at a meeting, in order. */
  async viewsOf(tx: Tx, meetingId: string): Promise<readonly ViewEntry[]> {
    const sql =
      'SELECT id, kind, person_id, person_name, stance, reason, given_at FROM discussion_view WHERE meeting_id = ? ORDER BY seq LIMIT 500';
    return (await tx.manager.query<ViewRow[]>(sql, [meetingId])).map(viewFrom);
  }

  async addView(tx: Tx, { id: meetingId, draftHash }: KeptMeeting, view: NewView): Promise<string> {
    const id = randomUUID();
    const seq = (await this.viewsOf(tx, meetingId)).length + 1;
    const { kind, personId, personName, stance, reason } = view;
    await tx.manager.query(
      'INSERT INTO discussion_view (id, meeting_id, seq, kind, person_id, person_name, stance, reason, draft_hash, given_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [id, meetingId, seq, kind, personId, personName, stance, reason, draftHash, tx.now.getTime()],
    );
    return id;
  }
}

const meetingFrom = (row: MeetingRow): KeptMeeting => ({
  id: row.id,
  caseId: row.case_id,
  draftHash: row.draft_hash,
  purpose: row.purpose,
  call: JSON.parse(row.call_json) as MeetingCall,
  quorum: JSON.parse(row.quorum_json) as Quorum,
  convenedAt: Number(row.convened_at),
});

const viewFrom = (row: ViewRow): ViewEntry => ({
  id: row.id,
  kind: row.kind,
  personId: row.person_id,
  personName: row.person_name,
  stance: row.stance,
  reason: row.reason,
  givenAt: new Date(Number(row.given_at)).toISOString(),
});
