import { Entity, Index } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, LongTextColumn, RefColumn } from '@fashen/plugin-api/server';

/** What a reader said about a circulated case. Inserted once, never changed. */
@Entity('circulate_comment')
@Index('circulate_comment_case', ['instanceId', 'saidAt', 'id'])
export class CommentEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'copy_id' })
  copyId: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @RefColumn({ name: 'person_id' })
  personId: string;

  @LongTextColumn()
  text: string;

  /** Said after the case had ended: kept apart from its file. */
  @FlagColumn({ name: 'after_end' })
  afterEnd: boolean;

  @InstantColumn({ name: 'said_at' })
  saidAt: number;
}
