/** What is true about accounts and sessions everywhere. */
export { AccountRegistry } from './account-registry';
export { accountErrors } from './account.errors';
export { accountEvents } from './account.events';
export { accountQuery, newAccount, passwordChange, passwordReset, pinBody, pinRemovalBody, setupBody, signInBody } from './account.schema';
export type {
  AccountQuery,
  AccountReply,
  NewAccount,
  PasswordChange,
  PasswordReset,
  PinBody,
  PinRemovalBody,
  PinReply,
  SessionReply,
  SetupBody,
  SignInBody,
} from './account.schema';
export { isLocked, withAttempt } from './attempt.rules';
export type { Attempts, LockPolicy } from './attempt.rules';
export { loginKey, sameSpelling, weaknessesOf } from './password.rules';
export type { PasswordPolicy, PasswordWeakness } from './password.rules';
export { pinWeaknessesOf, TRIVIAL_PINS } from './pin.rules';
export type { PinPolicy, PinWeakness } from './pin.rules';
export { StepUp } from './step-up';
export { isAlive, sessionCookieName, sessionTokenOf, touchIsDue } from './session.rules';
export type { SessionPolicy, SessionTimes } from './session.rules';
