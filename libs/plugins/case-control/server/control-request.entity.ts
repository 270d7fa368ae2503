import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** An operation on a case that waits for a second person. */
@Entity('case_control_request')
@Index('case_control_request_case', ['instanceId', 'state'])
export class ControlRequestEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'instance_id' })
  instanceId: string;

  @TextColumn(20)
  action: string;

  /** `OPEN`, `CONFIRMED` or `REFUSED`. */
  @TextColumn(20)
  state: string;

  @TextColumn(500)
  reason: string;

  @RefColumn({ name: 'requested_by' })
  requestedBy: string;

  @InstantColumn({ name: 'requested_at' })
  requestedAt: number;

  /** Who closed it, whichever way. */
  @RefColumn({ name: 'confirmed_by', nullable: true })
  confirmedBy: string | null;

  @InstantColumn({ name: 'confirmed_at', nullable: true })
  confirmedAt: number | null;
}
