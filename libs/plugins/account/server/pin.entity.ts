import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** The signing PIN of a person. A new PIN is a new row, so that its id says whether it is still the same. */
@Entity('account_pin')
@Index('account_pin_person', ['personId'], { unique: true })
export class PinEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'person_id' })
  personId: string;

  /** Argon2id in the PHC notation, like a password. */
  @TextColumn(255, { name: 'pin_hash' })
  pinHash: string;

  @InstantColumn({ name: 'set_at' })
  setAt: number;
}
