import { type Choice, sumsOf } from '../model';

/** An entry of a record that is about votes. */
export interface VoteEntry {
  readonly act: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What no vote changes about a seat. */
export interface SeatPlace {
  readonly id: string;
  readonly visitId: string;
  readonly weight: number;
  /** Work for others: the task whose holder asked. */
  readonly askedBy?: string;
}

/** A vote as the record alone knows it. */
export interface RecordedVote {
  /** Nothing while those who sign after have not had the last word. */
  readonly choice?: Choice;
  readonly weight: number;
  /** How many of them are still to speak. */
  readonly after?: number;
}

/** A step that was decided, and what its votes came to at that moment by the record. */
export interface RecordedDecision {
  readonly visitId: string;
  readonly said: Readonly<Record<string, unknown>>;
  readonly summed: Readonly<Record<Choice, number>>;
}

/** Acts of a record that change votes or count them. */
export const VOTE_ACTS = [
  'approval.voted',
  'approval.asked',
  'approval.answered',
  'approval.signerRemoved',
  'approval.voteTakenBack',
  'approval.decided',
  'engine.seatEnded',
] as const;

type Act = (typeof VOTE_ACTS)[number];
type Payload = VoteEntry['payload'];

const isAct = (act: string): act is Act => VOTE_ACTS.some((one) => one === act);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Reads votes from records, entry by entry, and looks at no vote that is stored elsewhere. */
export class RecordedVotes {
  /** Votes by seat. */
  readonly votes = new Map<string, RecordedVote>();
  readonly decisions: RecordedDecision[] = [];

  constructor(private readonly places: ReadonlyMap<string, SeatPlace>) {}

  /** Takes the next entry. Entries of one case come in their order. */
  add({ act, payload }: VoteEntry): void {
    if (isAct(act)) this.readers[act](payload);
  }

  private readonly readers: Readonly<Record<Act, (payload: Payload) => void>> = {
    'approval.voted': ({ taskId, choice, weight }) =>
      void this.votes.set(text(taskId), { choice: choice as Choice, weight: Number(weight) }),
    'approval.voteTakenBack': ({ taskId }) => void this.votes.delete(text(taskId)),
    'approval.asked': ({ taskId, kind, personIds }) => {
      if (kind === 'AFTER') this.waitFor(text(taskId), (personIds as readonly string[]).length);
    },
    'approval.answered': ({ askedBy, choice }) => this.spoken(text(askedBy), choice === 'against' ? 'against' : 'agree'),
    'approval.signerRemoved': ({ taskId }) => this.spoken(this.places.get(text(taskId))?.askedBy ?? '', 'agree'),
    'engine.seatEnded': ({ taskId, cause }) => {
      const weight = this.places.get(text(taskId))?.weight ?? 0;
      if (cause === 'childVeto') this.votes.set(text(taskId), { choice: 'against', weight });
    },
    'approval.decided': ({ taskId, ...said }) => {
      this.decisions.push({ visitId: text(taskId), said, summed: this.sums(text(taskId)) });
    },
  };

  /** The holder has agreed, and others have the last word about this seat. */
  private waitFor(seatId: string, after: number): void {
    const weight = this.votes.get(seatId)?.weight;
    if (weight !== undefined) this.votes.set(seatId, { weight, after });
  }

  /** One of those who sign after is against, or another one less is to speak. */
  private spoken(seatId: string, word: Choice): void {
    const { weight, after } = this.votes.get(seatId) ?? {};
    if (weight === undefined || after === undefined) return;
    if (word === 'against' || after === 1) this.votes.set(seatId, { choice: word, weight });
    else this.votes.set(seatId, { weight, after: after - 1 });
  }

  private sums(visitId: string): Readonly<Record<Choice, number>> {
    const { agree, against, abstain } = sumsOf(
      [...this.votes].filter(([seatId]) => this.places.get(seatId)?.visitId === visitId).map(([, vote]) => vote),
    );
    return { agree, against, abstain };
  }
}
