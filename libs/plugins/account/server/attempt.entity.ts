import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, IntegerColumn } from '@fashen/plugin-api/server';

/** Failed sign-ins under one name or from one address, or wrong PINs of one person. */
@Entity('account_attempt')
export class AttemptEntity {
  /** `name:`, `address:` or `pin:` and the SHA-256 of it: what people type into the name field is nobody's business. */
  @PrimaryColumn({ type: 'varchar', length: 80 })
  id: string;

  @IntegerColumn()
  failures: number;

  @InstantColumn()
  since: number;

  @InstantColumn({ name: 'locked_until' })
  lockedUntil: number;
}
