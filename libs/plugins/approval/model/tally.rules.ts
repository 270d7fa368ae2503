import { type Fraction, reaches, type Threshold } from './threshold.rules';

/** What one signer says. */
export type Choice = 'agree' | 'against' | 'abstain';

/** One seat as the count sees it; without a choice it is still open, whether it has begun or not. */
export interface Vote {
  readonly choice?: Choice;
  /** Filled in the form of the step, where each does: said something, but voted for nothing. */
  readonly isAnswered?: boolean;
  readonly weight: number;
  /** Its "against" decides alone. */
  readonly hasVeto?: boolean;
  /** Nothing passes before it has decided. */
  readonly isMandatory?: boolean;
}

/** When a count is decided. */
export interface VoteRule {
  /** Each fills in the form of the step. Nothing is counted: it ends when everybody has. */
  readonly eachAnswers: boolean;
  /** The first who agrees or is against decides for all. */
  readonly firstDecides: boolean;
  readonly threshold: Threshold;
  /** Part of all votes that must have been given, abstentions included. */
  readonly quorum: Fraction;
  readonly abstain: 'counted' | 'excluded';
  /** Passes as soon as it cannot fail any more. */
  readonly earlyPass: boolean;
  /** Fails as soon as it cannot pass any more. */
  readonly earlyFail: boolean;
}

/** Sums of weights. */
export interface Sums {
  readonly all: number;
  readonly agree: number;
  readonly against: number;
  readonly abstain: number;
  /** Filled in, where each does. */
  readonly answered: number;
  /** Not decided yet. */
  readonly open: number;
}

/** Where a count stands. `answered`: everybody has filled in the step, and nothing was voted on. */
export type Verdict = 'open' | 'passed' | 'notPassed' | 'answered';

/** Adds up the seats of one visit. Never stored: derived whenever it is asked for. */
export function sumsOf(votes: readonly Vote[]): Sums {
  const sum = (word: Choice | 'answered' | undefined): number =>
    votes.reduce((total, vote) => (wordOf(vote) === word ? total + vote.weight : total), 0);
  const [agree, against, abstain, answered, open] = [sum('agree'), sum('against'), sum('abstain'), sum('answered'), sum(undefined)];
  return { all: agree + against + abstain + answered + open, agree, against, abstain, answered, open };
}

const wordOf = ({ choice, isAnswered }: Vote): Choice | 'answered' | undefined => choice ?? (isAnswered ? 'answered' : undefined);

/** What the votes so far mean. Removed seats are left out by the caller. Ties fail. */
export function verdictOf(votes: readonly Vote[], rule: VoteRule): Verdict {
  const sums = sumsOf(votes);
  if (rule.eachAnswers) return sums.answered > 0 && sums.open === 0 ? 'answered' : 'open';
  if (votes.some((vote) => vote.hasVeto && vote.choice === 'against')) return 'notPassed';
  if (rule.firstDecides) return firstDecided(sums, votes);
  if (passes(sums, votes, rule)) return 'passed';
  if (sums.open === 0) return 'notPassed';
  return rule.earlyFail && !mayStillPass(sums, rule) ? 'notPassed' : 'open';
}

function firstDecided(sums: Sums, votes: readonly Vote[]): Verdict {
  if (sums.against > 0) return 'notPassed';
  if (sums.agree > 0) return isMandatoryDone(votes) ? 'passed' : 'open';
  return sums.open === 0 ? 'notPassed' : 'open';
}

function passes(sums: Sums, votes: readonly Vote[], rule: VoteRule): boolean {
  if (!rule.earlyPass && sums.open > 0) return false;
  return isEnough(sums.agree, sums, rule) && reaches(sums.all - sums.open, sums.all, rule.quorum) && isMandatoryDone(votes);
}

/** Open seats count as agreeing: the best that can still come. */
function mayStillPass(sums: Sums, rule: VoteRule): boolean {
  return isEnough(sums.agree + sums.open, sums, rule);
}

function isEnough(agree: number, { all, abstain }: Sums, { threshold, abstain: kind }: VoteRule): boolean {
  if (agree === 0) return false;
  if (threshold.kind === 'votes') return agree >= threshold.votes;
  return reaches(agree, kind === 'excluded' ? all - abstain : all, threshold.part);
}

function isMandatoryDone(votes: readonly Vote[]): boolean {
  return votes.every((vote) => !vote.isMandatory || vote.choice !== undefined);
}
