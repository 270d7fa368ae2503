import type { JsonObject, Tx } from '@fashen/plugin-api';

/** Judges the answers with which a case is started. Implemented by the `form` plugin; used by whoever starts cases. */
export abstract class StartForms {
  /** Throws `form.INVALID` when the answers do not fit the start form of the process. A process without a start form accepts no data. */
  abstract check(tx: Tx, definitionKey: string, data: JsonObject): Promise<void>;
}
