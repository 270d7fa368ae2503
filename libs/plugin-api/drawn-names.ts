import type { LintFinding, ProcessModel } from './model-lint';
import type { Tx } from './request-context';
import type { JsonObject } from './workflow-event';

/** Something a drawing names that must exist outside it. */
export interface DrawnName {
  readonly elementId: string;
  /** `person`, `unit`, `role`, `post`, `form`, `decision`, `period`, `process`, or a kind of a plugin's own. */
  readonly kind: string;
  readonly id: string;
}

/** Lists what the extension elements of a plugin name. Pure; a drawing may be wrong, so what cannot be read names nothing. */
export type NameReader = (model: ProcessModel) => readonly DrawnName[];

/** What is wrong with a name. */
export interface NameFault {
  /** Rule name without the plugin prefix, one of `faults`. */
  readonly rule: string;
  /** Gaps of the sentence besides `{step}` and `{id}`. */
  readonly params?: JsonObject;
}

/**
 * Says whether what drawings name is there. Asked on the server when a drawing is checked and again, with the last word, in the unit that
 * publishes it; once per name, however many plugins and steps use it. Names of kinds that no plugin knows are not checked.
 */
export interface NameCheck {
  /** Kind of the names it is asked about. */
  readonly kind: string;
  /** Every rule it speaks for, with its severity. Sentence and remedy stand in `i18n` part `lint`. */
  readonly faults: Readonly<Record<string, LintFinding['severity']>>;
  /** Reads only. Nothing is wrong: undefined. */
  judge(tx: Tx, id: string): Promise<NameFault | undefined>;
}
