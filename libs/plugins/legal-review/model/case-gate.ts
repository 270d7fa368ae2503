import type { JsonObject, Tx } from '@fashen/plugin-api';
import type { Depth } from './catalog';
import type { ParameterValues } from './parameter-set';

/** What a collective discussion is about: imposing what is drafted, or imposing nothing. */
export type DiscussionPurpose = 'PENALTY' | 'NO_PENALTY';

/** How a case stands before the gate, as other plugins need to know it. */
export interface GateStanding {
  /** Id of the case itself; another one when a called process asked. */
  readonly caseId: string;
  /** SHA-256 of draft and party as they stand, hex. */
  readonly draftHash: string;
  /** How deep the catalog wants the case reviewed now. */
  readonly depth: Depth;
}

/**
 * Where a case stands before the gate, read anew from rows. A port, for plugins whose own acts depend on it. Each method takes the id of the
 * case or of a process it called.
 */
export abstract class CaseGate {
  /** How the case stands, or would stand with this output of a step that is about to end. Refused when the catalog was never asked. */
  abstract standing(tx: Tx, instanceId: string, output?: JsonObject): Promise<GateStanding>;
  /** The figures this case is judged by: those of its first evaluation, else those in force. */
  abstract parametersOf(tx: Tx, instanceId: string): Promise<ParameterValues>;
  /**
   * Refuses with `legal-review.*` while the heads may not yet discuss the case: the opinion must have passed (or, where nothing is to be
   * imposed, ask for just that), the windows of the party must be closed, and a hearing that was asked for must be reported.
   */
  abstract requireMayDiscuss(tx: Tx, instanceId: string, purpose: DiscussionPurpose): Promise<void>;
}
