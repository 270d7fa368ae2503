import type { Tx } from '@fashen/plugin-api';
import type { Clock, EndAct, HoldReason } from './clock';
import type { ExtensionRule } from './period';

/** A clock to be armed. Figures come from the published period; `over` replaces those the case knows better. */
export interface NewClock {
  readonly instanceId: string;
  /** Key of the period. */
  readonly key: string;
  /** First day, which is not counted itself; default today. */
  readonly startDay?: string;
  /** Milliseconds since the epoch, what hours count from; default now. */
  readonly startAt?: number;
  readonly nodeId?: string;
  readonly executionId?: string;
  readonly taskId?: string;
  readonly over?: {
    readonly amount?: number;
    readonly extensions?: readonly ExtensionRule[];
    readonly notBefore?: string;
    readonly atEnd?: EndAct;
    /** Of one of several signers. */
    readonly isSeat?: boolean;
    readonly message?: string;
    readonly returnTo?: string;
    readonly escalateTo?: string;
    readonly output?: string;
  };
}

/** A step that is due by a clock of its case. */
export interface BoundStep {
  readonly nodeId: string;
  readonly executionId: string;
  readonly taskId?: string;
}

/**
 * The clocks of cases. A port for plugins whose steps have a term of their own. Callers hold the lock of the case or call from a behavior.
 * Of one key a case has at most one open clock that is not of a single step.
 */
export abstract class CaseClocks {
  /** Arms a clock. A clock of the case with the same key goes first. */
  abstract arm(tx: Tx, clock: NewClock): Promise<Clock>;
  /** The open clock of a key that is not of a single signer. */
  abstract find(tx: Tx, instanceId: string, key: string): Promise<Clock | undefined>;
  /** All clocks of a case, oldest first. */
  abstract ofCase(tx: Tx, instanceId: string): Promise<readonly Clock[]>;
  /** Clocks of a key that have ended in these cases, in one read. A caller with many cases asks for some hundreds of them at a time. */
  abstract endedOf(tx: Tx, instanceIds: readonly string[], key: string): Promise<readonly Clock[]>;
  /** Makes a step due by an open clock. A held clock goes on. */
  abstract bind(tx: Tx, clock: Clock, step: BoundStep): Promise<Clock>;
  /** What the clock was for has been done, in time or not. Does nothing without an open clock. */
  abstract end(tx: Tx, instanceId: string, key: string): Promise<void>;
  /** Stops the clock. Does nothing when it stands still already. */
  abstract hold(tx: Tx, instanceId: string, key: string, reason: HoldReason): Promise<void>;
  /** Lets the clock go on with what was left. Does nothing when it runs. */
  abstract resume(tx: Tx, instanceId: string, key: string): Promise<void>;
  /** Stops the clocks of a case and its steps that run, or lets those go on that were stopped so. What was promised to the party runs on. */
  abstract suspendAll(tx: Tx, instanceId: string): Promise<void>;
  abstract resumeAll(tx: Tx, instanceId: string): Promise<void>;
}
