import type { Tx } from '@fashen/plugin-api';

/** Places in the record of a case, for those who tie something to it. Implemented by the record plugin. */
export abstract class RecordHeads {
  /** SHA-256 of the last entry; of the genesis when there is none. */
  abstract head(tx: Tx, instanceId: string): Promise<string>;
  /** True when the record of the case has an entry with this hash, or it is that of the genesis. */
  abstract has(tx: Tx, instanceId: string, sha256: string): Promise<boolean>;
  /** True when the record tells an event of this name whose payload holds this hash as `hash`. */
  abstract tells(tx: Tx, instanceId: string, event: { readonly name: string; readonly hash: string }): Promise<boolean>;
}
