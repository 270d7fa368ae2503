import type { OperationOffer, TaskView } from '@fashen/plugin-api';
import type { MovedTo } from './inbox';
import type { Panel } from './panel.rules';

/** One task as its page shows it. */
export interface TaskDetail extends TaskView {
  readonly panel: Panel;
  /** The actor may claim it now. */
  readonly mayClaim: boolean;
  /** The actor holds it and nothing known now stands against ending it; the last word is spoken when it is ended. */
  readonly mayComplete: boolean;
  /** What the actor may do with it besides, in the order of the plugins. */
  readonly operations: readonly OperationOffer[];
  /** It would be the actor's work, but lies with a deputy for a time. */
  readonly movedTo?: MovedTo;
  /** Error code that explains why the actor may neither claim nor end it. */
  readonly reason?: string;
}
