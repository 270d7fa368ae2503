/** A command as a client sent it, and what became of it. */
export interface SentCommand {
  /** Idempotency key, and the request id of every attempt. */
  readonly key: string;
  readonly personId: string;
  /** The entry that the record must hold once when the command was done; absent where nobody says so. */
  readonly expectedAct?: string;
  /** Tasks for which several persons were made to race: their common name. */
  readonly race?: string;
  attempts: number;
  /** Status of the answer; absent while nobody knows. */
  status?: number;
  code?: string;
}

/** What the clients did, for the judgment afterwards. */
export class CommandLog {
  readonly commands: SentCommand[] = [];
  private next = 0;

  add(command: Pick<SentCommand, 'personId' | 'expectedAct' | 'race'>): SentCommand {
    const sent: SentCommand = { ...command, key: `soak-${process.pid}-${String(++this.next).padStart(7, '0')}`, attempts: 0 };
    this.commands.push(sent);
    return sent;
  }

  get acknowledged(): readonly SentCommand[] {
    return this.commands.filter(isAcknowledged);
  }
}

/** The client has heard that the command was done. */
export function isAcknowledged({ status }: SentCommand): boolean {
  return status !== undefined && status >= 200 && status < 300;
}
