import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A new secret, in the form of Standard Webhooks. */
export const newSecret = (): string => `${PREFIX}${randomBytes(SECRET_BYTES).toString('base64')}`;

/** What is signed. */
export interface SignedMessage {
  readonly id: string;
  readonly body: string;
  /** Time of the attempt. */
  readonly at: Date;
}

/** The headers that prove who sent a message and when (Standard Webhooks, `v1`: HMAC-SHA-256 over `id.timestamp.body`). */
export function signatureHeaders({ id, body, at }: SignedMessage, secret: string): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` };
}
