import { createHash } from 'node:crypto';
import type { Digests } from '../model';

/** Sets entries apart from other hashed things. */
const ENTRY = Buffer.from([0x01]);

const hex = (algorithm: string, text: string): string => createHash(algorithm).update(ENTRY).update(text, 'utf8').digest('hex');

/** SHA-256, and SM3 (GB/T 32905), by Node's own cryptography. */
export const digests: Digests = {
  sha256: (text) => hex('sha256', text),
  sm3: (text) => hex('sm3', text),
};
