import { Entity, Index } from 'typeorm';
import { IdColumn, InstantColumn, RefColumn, TextColumn } from '@fashen/plugin-api/server';

/** A signed-in session. The token itself is known to the browser only. */
@Entity('account_session')
@Index('account_session_token', ['tokenHash'], { unique: true })
@Index('account_session_account', ['accountId'])
@Index('account_session_seen', ['seenAt'])
export class SessionEntity {
  @IdColumn()
  id: string;

  /** SHA-256 of the token, hex. */
  @TextColumn(64, { name: 'token_hash' })
  tokenHash: string;

  @RefColumn({ name: 'account_id' })
  accountId: string;

  @RefColumn({ name: 'person_id' })
  personId: string;

  @InstantColumn({ name: 'created_at' })
  createdAt: number;

  @InstantColumn({ name: 'seen_at' })
  seenAt: number;
}
