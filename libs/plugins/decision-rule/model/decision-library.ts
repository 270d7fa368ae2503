import type { Tx } from '@fashen/plugin-api';
import type { DecisionSummary, DecisionVersion, PublicationBody } from './decision-rule.schema';

/** Published decisions. A port for the seed of a new installation and for plugins that show or compare versions. */
export abstract class DecisionLibrary {
  /**
   * Publishes the decision of a DMN file. Errors among the findings refuse it (`decision-rule.MODEL_REFUSED`);
   * the content of the latest version again returns that version and tells nothing.
   */
  abstract publish(tx: Tx, publication: PublicationBody): Promise<DecisionSummary>;
  abstract findLatest(tx: Tx, key: string): Promise<DecisionVersion | undefined>;
  abstract require(tx: Tx, versionId: string): Promise<DecisionVersion>;
}
