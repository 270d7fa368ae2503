import { z } from 'zod';
import { configToken } from '@fashen/plugin-api';
import { TRIVIAL_PINS } from '../model';

const words = z
  .union([z.array(z.string()), z.string().transform((text) => text.split(/[,\s]+/))])
  .transform((list) => list.map((word) => word.toLowerCase()));

/** Settings of accounts and sessions. Environment: `FASHEN_ACCOUNT_IDLE_MINUTES` and so on. */
export const accountConfig = z.strictObject({
  /** Minutes without a request after which a session ends. */
  idleMinutes: z.coerce.number().int().min(1).max(1_440).default(30),
  /** Hours after which a session ends in any case. */
  absoluteHours: z.coerce.number().int().min(1).max(168).default(10),
  /** True when browsers reach the server by TLS: the cookie is then called `__Host-fashen` and marked `Secure`. */
  secureCookie: z.stringbool().or(z.boolean()).default(false),
  /** Failures in a row that lock a login name. */
  failuresBeforeLock: z.coerce.number().int().min(3).max(100).default(5),
  /** Minutes of the first lock; each further one is twice as long. */
  lockMinutes: z.coerce.number().int().min(1).max(1_440).default(15),
  /** Minutes of the longest lock. */
  lockMaxMinutes: z.coerce.number().int().min(1).max(10_080).default(240),
  /** Failures from one network address within an hour that lock the address for the rest of it. */
  failuresPerAddress: z.coerce.number().int().min(5).max(100_000).default(50),
  /** Characters of a password, at least. */
  passwordMinLength: z.coerce.number().int().min(8).max(128).default(12),
  /** Kinds of characters out of four, at least. */
  passwordMinClasses: z.coerce.number().int().min(1).max(4).default(3),
  /** Words that must not occur in a password, separated by commas. */
  passwordBlockedWords: words.default(['password', '12345678', 'qwerty', 'admin', 'chengguan', 'zongheng', '88888888', 'abcd1234']),
  /** Passwords used before that must not be used again. */
  passwordHistory: z.coerce.number().int().min(0).max(24).default(5),
  /** Digits of a signing PIN, at least. */
  pinMinLength: z.coerce.number().int().min(6).max(12).default(6),
  /** Wrong PINs in a row that lock the PIN of a person; the minutes are those of a login name. */
  pinFailuresBeforeLock: z.coerce.number().int().min(3).max(10).default(5),
  /** PINs that are refused besides sequences and repetitions, separated by commas. */
  pinTrivial: words.default([...TRIVIAL_PINS]),
  /** Password hashes computed at once. Each takes 19 MiB and one core. */
  hashesAtOnce: z.coerce.number().int().min(1).max(64).default(4),
  /** Sign-ins that may wait for their turn; further ones are told to come back. */
  hashQueue: z.coerce.number().int().min(0).max(10_000).default(50),
});
export type AccountConfig = z.infer<typeof accountConfig>;

/** Injection token of `AccountConfig`. */
export const ACCOUNT_CONFIG = configToken('account');
