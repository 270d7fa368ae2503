import type { Tx } from '@fashen/plugin-api';

/** Content hashes of the files of a case, for those who prove what a case contained. Implemented by the attachment plugin. */
export abstract class AttachmentHashes {
  /** SHA-256, hex, oldest file first. The caller has checked that the actor may see the case. */
  abstract of(tx: Tx, instanceId: string): Promise<readonly string[]>;
}
