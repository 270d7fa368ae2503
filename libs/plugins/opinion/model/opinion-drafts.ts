import type { Tx } from '@fashen/plugin-api';

/** Opinions that are being written. A port for plugins in which people say the same about several tasks. */
export abstract class OpinionDrafts {
  /**
   * Puts the text in the place of the actor's own draft for the task, where the step has a policy. Says nothing about whether the actor may
   * end the task, nor whether the opinion is enough: that is judged when the task ends.
   */
  abstract write(tx: Tx, taskId: string, text: string): Promise<void>;
  /** True where whoever ends the task signs what they submit: that is done one by one. */
  abstract asksForSignature(tx: Tx, taskId: string): Promise<boolean>;
}
