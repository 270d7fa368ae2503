import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** One urging of a task or of an unread copy. Inserted once, never changed. */
@Entity('circulate_urge')
@Index('circulate_urge_subject', ['subjectId', 'urgedAt', 'id'])
export class UrgeEntity {
  @IdColumn()
  id: string;

  /** The task, or the copy. */
  @RefColumn({ name: 'subject_id' })
  subjectId: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @RefColumn({ name: 'urged_by' })
  urgedBy: string;

  @InstantColumn({ name: 'urged_at' })
  urgedAt: number;

  @TextColumn(200, { nullable: true })
  message: string | null;
}
