import { z } from 'zod';
import type { Json } from '@fashen/plugin-api';
import type { Link, RecordBreak } from './chain';

/** Query of `GET /cases/:id/record`; `after` is the number of the last entry seen. */
export const recordQuery = z.strictObject({
  after: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type RecordQuery = z.infer<typeof recordQuery>;

/** One entry as its page shows it. */
export interface RecordEntryReply {
  readonly seq: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly actorId: string;
  readonly actorName: string;
  readonly onBehalfOf?: string;
  readonly onBehalfOfName?: string;
  /** Rule by which the actor acted for the other. */
  readonly ruleId?: string;
  readonly act: string;
  readonly payload: Json;
  readonly before?: Json;
  readonly after?: Json;
  readonly reason?: string;
  readonly sha256: string;
  readonly sm3: string;
}

/** What checking one case, or all, found. */
export interface Verification {
  readonly cases: number;
  readonly rows: number;
  /** First row that cannot be trusted; absent when the record holds. */
  readonly broken?: RecordBreak;
  /** Last link of the case: what an anchor elsewhere would keep. Only when one case was checked. */
  readonly head?: Link & { readonly seq: number };
}
