import type { RequestContext } from '@fashen/plugin-api';
import type { SignatureMeans } from './signature-means.rules';

/** What a person offers to prove that it is they who sign. */
export interface SignatureEvidence {
  readonly means: SignatureMeans;
  readonly secret: string;
  /** Network address, for counting failures. */
  readonly address: string;
}

/**
 * Proves who signs. Asked outside any unit of work, because proving takes longer than a transaction may be held open.
 * Throws what the person may read when the proof fails. Further means (a security key, an SM2 certificate) are further values of `means`.
 */
export abstract class SignatureMethod {
  abstract prove(context: RequestContext, evidence: SignatureEvidence): Promise<void>;
}
