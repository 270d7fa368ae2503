import { Entity, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, LongTextColumn, TextColumn } from '@fashen/plugin-api/server';

/** One command a client named with a key, with the answer it got. Written in the transaction of the command. */
@Entity('engine_idempotency')
@Index('ix_engine_idempotency_created', ['created_at'])
export class IdempotencyEntity {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  actor_id!: string;

  @PrimaryColumn({ type: 'varchar', length: 100 })
  idem_key!: string;

  @TextColumn(128)
  fingerprint!: string;

  /** JSON `{"answer": ...}`; empty while the command runs, which nobody outside its transaction can see. */
  @LongTextColumn()
  response!: string;

  @InstantColumn()
  created_at!: number;
}
