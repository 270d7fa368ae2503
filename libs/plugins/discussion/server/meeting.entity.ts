import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** A meeting of the heads on one draft of a case. Inserted, never changed. */
@Entity('discussion_meeting')
@Index('discussion_meeting_case', ['caseId', 'seq'], { unique: true })
@Index('discussion_meeting_process', ['processId'])
export class MeetingEntity {
  @IdColumn()
  id: string;

  /** The case itself. */
  @RefColumn({ name: 'case_id' })
  caseId: string;

  /** The process in which the meeting runs: the case, or one it called. */
  @RefColumn({ name: 'process_id' })
  processId: string;

  @IntegerColumn()
  seq: number;

  @TextColumn(20)
  purpose: string;

  @TextColumn(64, { name: 'draft_hash' })
  draftHash: string;

  /** Who was called, came, stayed away and why, as JSON. */
  @LongTextColumn({ name: 'call_json' })
  callJson: string;

  /** How many heads were needed and by which rule, as JSON. */
  @LongTextColumn({ name: 'quorum_json' })
  quorumJson: string;

  @RefColumn({ name: 'convened_by' })
  convenedBy: string;

  @InstantColumn({ name: 'convened_at' })
  convenedAt: number;
}

/** What one head said at a meeting: view, conclusion, dissent, signature. Inserted, never changed; never for the party. */
@Entity('discussion_view')
@Index('discussion_view_once', ['meetingId', 'kind', 'personId'], { unique: true })
export class ViewEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'meeting_id' })
  meetingId: string;

  @IntegerColumn()
  seq: number;

  @TextColumn(20)
  kind: string;

  @RefColumn({ name: 'person_id' })
  personId: string;

  @TextColumn(100, { name: 'person_name' })
  personName: string;

  @TextColumn(20)
  stance: string;

  @LongTextColumn()
  reason: string;

  @TextColumn(64, { name: 'draft_hash' })
  draftHash: string;

  @InstantColumn({ name: 'given_at' })
  givenAt: number;
}
