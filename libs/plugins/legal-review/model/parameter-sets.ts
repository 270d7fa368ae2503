import type { Tx } from '@fashen/plugin-api';
import type { ActivationBody, ParameterPublicationBody } from './legal-review.schema';
import type { BundledParameterSets, ParameterVersion } from './parameter-set';

/** Published parameter sets. A port for the seed of a new installation. Callers check the right to publish. */
export abstract class ParameterSets {
  /** Latest version of each set, and the code of the one in force. */
  abstract list(tx: Tx): Promise<{ readonly items: readonly ParameterVersion[]; readonly activeCode?: string }>;
  /** Adds a version. The values of the latest version again return that version and tell nothing. */
  abstract publish(tx: Tx, code: string, body: ParameterPublicationBody): Promise<ParameterVersion>;
  /** Puts a set into force for cases that have not been submitted yet. */
  abstract activate(tx: Tx, body: ActivationBody): Promise<ParameterVersion>;
  /**
   * Publishes the sets that are missing and puts one into force where none is, for a new installation. What is published already is
   * never touched. Returns the codes that were published.
   */
  abstract publishMissing(tx: Tx, bundled: BundledParameterSets | undefined, reason: string): Promise<readonly string[]>;
  /** The version in force now; `legal-review.PARAMETERS_MISSING` before the first activation. */
  abstract requireActive(tx: Tx): Promise<ParameterVersion>;
}
