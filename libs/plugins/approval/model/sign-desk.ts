import type { Tx } from '@fashen/plugin-api';
import type { VoteBody } from './approval.schema';
import type { Choice, Verdict } from './tally.rules';

/** Voting, for other plugins and for those who drive cases. Every rule and every check of the actor holds here too. */
export abstract class SignDesk {
  /** Decides the seat of an open task in the actor's name, and the step with it where nothing can change its result any more. */
  abstract vote(tx: Tx, taskId: string, choice: Choice, body: VoteBody): Promise<{ readonly verdict: Verdict }>;
}
