import { Entity, Index } from 'typeorm';
import { FlagColumn, IdColumn, InstantColumn, LongTextColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** A local account: login name and password of a person. Never removed, so that its id cannot mean somebody else. */
@Entity('account_credential')
@Index('account_credential_name', ['name'], { unique: true })
export class CredentialEntity {
  @IdColumn()
  id: string;

  @RefColumn({ name: 'person_id' })
  personId: string;

  @TextColumn(60)
  name: string;

  /** Argon2id in the PHC notation, with its own parameters and salt. */
  @TextColumn(255, { name: 'password_hash' })
  passwordHash: string;

  /** JSON list of earlier hashes, newest first. */
  @LongTextColumn()
  history: string;

  @FlagColumn()
  active: boolean;

  @InstantColumn({ name: 'created_at' })
  createdAt: number;

  @InstantColumn({ name: 'changed_at' })
  changedAt: number;
}
