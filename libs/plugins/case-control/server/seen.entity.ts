import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn } from '@fashen/plugin-api/server';

/** Who has opened which task, and when first. */
@Entity('case_control_seen')
export class SeenEntity {
  @PrimaryColumn({ name: 'task_id', type: 'varchar', length: 36 })
  taskId: string;

  @PrimaryColumn({ name: 'person_id', type: 'varchar', length: 36 })
  personId: string;

  @InstantColumn({ name: 'seen_at' })
  seenAt: number;
}
