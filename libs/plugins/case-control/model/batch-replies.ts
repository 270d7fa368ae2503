import type { Affected, JsonObject } from '@fashen/plugin-api';

/** What became, or would become, of one task. */
export interface BatchOutcome {
  readonly taskId: string;
  readonly isDone: boolean;
  readonly affected: readonly Affected[];
  readonly error?: { readonly code: string; readonly message: string; readonly params: JsonObject };
}

/** What became of a batch, in the order in which it was done. */
export interface BatchReply {
  readonly batchId: string;
  readonly dryRun: boolean;
  readonly items: readonly BatchOutcome[];
}
