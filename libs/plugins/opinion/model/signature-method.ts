import type { RequestContext } from '@fashen/plugin-api';

/** What a person offers to prove that it is they who sign. */
export interface SignatureEvidence {
  readonly password: string;
  /** Network address, for counting failures. */
  readonly address: string;
}

/**
 * A way to sign. Asked outside any unit of work, because proving takes longer than a transaction may be held open.
 * Throws what the person may read when the proof fails.
 */
export abstract class SignatureMethod {
  abstract readonly id: string;
  abstract prove(context: RequestContext, evidence: SignatureEvidence): Promise<void>;
}
