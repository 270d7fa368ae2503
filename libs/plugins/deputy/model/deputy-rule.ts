import type { ActingScope } from '@fashen/plugin-api';

/** `SHARE`: both see the tasks, who is first does them. `MOVE`: they are the deputy's; the principal sees where they went. */
export const DEPUTY_MODES = ['SHARE', 'MOVE'] as const;
export type DeputyMode = (typeof DEPUTY_MODES)[number];

/** Somebody may act for somebody else for a time. Rules are never removed, they end. Times are milliseconds since the epoch. */
export interface DeputyRule {
  readonly id: string;
  readonly principalId: string;
  readonly deputyId: string;
  readonly fromAt: number;
  /** First moment at which it does not hold any more. */
  readonly toAt: number;
  readonly scope: ActingScope;
  readonly mode: DeputyMode;
  readonly reason: string;
  readonly createdBy: string;
  readonly createdAt: number;
  /** Ended before its time. */
  readonly endedAt?: number;
  readonly endedBy?: string;
  readonly endReason?: string;
}
