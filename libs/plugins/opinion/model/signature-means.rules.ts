import type { OpinionPolicy } from './opinion.schema';

/** By what a person can prove who signs. */
export const SIGNATURE_MEANS = ['pin', 'password'] as const;
export type SignatureMeans = (typeof SIGNATURE_MEANS)[number];

/** The means that are good at a step: what the bureau allows, or the password alone where the step insists on it. */
export function meansAt({ signature }: Pick<OpinionPolicy, 'signature'>, allowed: readonly SignatureMeans[]): readonly SignatureMeans[] {
  return signature === 'password' ? ['password'] : allowed;
}
