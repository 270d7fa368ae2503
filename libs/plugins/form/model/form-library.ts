import type { Tx } from '@fashen/plugin-api';
import type { FormVersionReply, PublicationBody } from './form.schema';

/** Published forms. A port for the seed of a new installation. */
export abstract class FormLibrary {
  /** Versions of a form, newest first. */
  abstract versions(tx: Tx, key: string): Promise<readonly FormVersionReply[]>;
  /** True when the form in force now asks for nothing that must be answered. */
  abstract asksForNothing(tx: Tx, key: string): Promise<boolean>;
  /** Publishes a form. The content of the latest version again returns that version and tells nothing. */
  abstract publish(tx: Tx, publication: PublicationBody): Promise<FormVersionReply>;
}
