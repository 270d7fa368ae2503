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
