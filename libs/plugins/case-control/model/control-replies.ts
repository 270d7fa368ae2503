import type { CaseAction } from './case-control.schema';

/** An operation on a case that waits, or waited, for a second person. */
export interface ControlRequestReply {
  readonly id: string;
  readonly instanceId: string;
  readonly action: CaseAction;
  /** `REFUSED`: by somebody who could have confirmed it, or taken back by who asked. */
  readonly state: 'OPEN' | 'CONFIRMED' | 'REFUSED';
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedAt: number;
  /** Whether the reader may carry it out. */
  readonly mayConfirm: boolean;
  /** Whether the reader may refuse it, or take it back. */
  readonly mayRefuse: boolean;
}
