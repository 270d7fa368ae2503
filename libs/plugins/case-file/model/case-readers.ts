import type { Tx } from '@fashen/plugin-api';

/**
 * People who may read a case without taking part in it, because it was sent to them. Asked when nothing else lets the actor see the case.
 * Implemented by the plugin that sends cases to readers; without one there are none.
 */
export abstract class CaseReaders {
  /** True when the actor was given this case to read, and still has it. */
  abstract isReader(tx: Tx, instanceId: string): Promise<boolean>;
}
