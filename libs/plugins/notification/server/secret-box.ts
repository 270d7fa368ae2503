import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { NOTIFICATION_CONFIG, type NotificationConfig } from './notification.config';

const PLAIN = 'plain:';
const SEALED = 'sealed:';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps the secrets of webhooks: sealed with AES-256-GCM if the bureau has given a key. */
@Injectable()
export class SecretBox {
  private readonly key: Buffer | undefined;

  constructor(@Inject(NOTIFICATION_CONFIG) { secretKey }: NotificationConfig) {
    this.key = secretKey === undefined ? undefined : createHash('sha256').update(secretKey).digest();
  }

  seal(secret: string): string {
    if (!this.key) return `${PLAIN}${secret}`;
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv);
    const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
    return `${SEALED}${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64')}`;
  }

  /** Throws when the key is not the one it was sealed with. */
  open(kept: string): string {
    if (kept.startsWith(PLAIN)) return kept.slice(PLAIN.length);
    if (!this.key) throw new Error('a sealed secret cannot be opened without the setting secretKey');
    const bytes = Buffer.from(kept.slice(SEALED.length), 'base64');
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, IV_BYTES), { authTagLength: TAG_BYTES });
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]).toString('utf8');
  }
}
