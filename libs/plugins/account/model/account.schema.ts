import { z } from 'zod';

const loginName = z.string().trim().min(1).max(60);
const password = z.string().min(1).max(256);
const plainId = z.string().regex(/^[a-z][a-z0-9-]{0,35}$/);

/** Sign in. */
export const signInBody = z.strictObject({ name: loginName, password });
export type SignInBody = z.infer<typeof signInBody>;

/** Change one's own password. */
export const passwordChange = z.strictObject({ current: password, next: password });
export type PasswordChange = z.infer<typeof passwordChange>;

/** Digits of a signing PIN. What is wrong with it is said in words, so only its length is judged here. */
const pin = z.string().min(1).max(32);

/** Set or change one's own signing PIN. */
export const pinBody = z.strictObject({ password, pin });
export type PinBody = z.infer<typeof pinBody>;

/** Remove one's own signing PIN. */
export const pinRemovalBody = z.strictObject({ password });
export type PinRemovalBody = z.infer<typeof pinRemovalBody>;

/** An account for a person of the directory. */
export const newAccount = z.strictObject({ personId: plainId, name: loginName, password });
export type NewAccount = z.infer<typeof newAccount>;

/** A new password set by an administrator. */
export const passwordReset = z.strictObject({ password });
export type PasswordReset = z.infer<typeof passwordReset>;

/** The first account of an installation: the bureau, its administrator, and the token from the console. */
export const setupBody = z.strictObject({
  token: z.string().min(1).max(100),
  bureauName: z.string().trim().min(1).max(100),
  personId: plainId,
  personName: z.string().trim().min(1).max(100),
  name: loginName,
  password,
});
export type SetupBody = z.infer<typeof setupBody>;

/** Which accounts to list. */
export const accountQuery = z.strictObject({
  after: z.string().max(36).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type AccountQuery = z.infer<typeof accountQuery>;

/** Who is signed in. */
export interface SessionReply {
  readonly person: {
    readonly id: string;
    readonly name: string;
    readonly unitId: string;
    readonly unitName: string;
    readonly posts: readonly string[];
    readonly roles: readonly string[];
    readonly permissions: readonly string[];
  };
  /** Goes into the header `x-csrf-token` of everything that is not a GET. */
  readonly csrfToken: string;
}

/** An account as administrators see it. */
export interface AccountReply {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly active: boolean;
  /** Milliseconds since the epoch; absent when the account is not locked. */
  readonly lockedUntil?: number;
}

/** Whether a person has a signing PIN, and what one must be. */
export interface PinReply {
  readonly isSet: boolean;
  /** Milliseconds since the epoch; absent without a PIN. */
  readonly setAt?: number;
  readonly minLength: number;
}
