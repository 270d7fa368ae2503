import type { DataSource } from 'typeorm';
import { verifyInvariants } from '@fashen/engine';
import { verifyAnswers, verifySeats, verifyVotes } from '@fashen/plugins/approval/invariants';
import { verifyAllRecords } from '@fashen/plugins/record/server';
import { deliveryFindings, type Delivery } from './deliveries';
import { type CommandLog, isAcknowledged, type SentCommand } from './command-log';

/** What a run has shown. All but the first number must be 0, and `findings` empty. */
export interface Judgment {
  readonly acknowledged: number;
  /** Commands answered with yes that the record does not hold. */
  readonly lost: number;
  /** Commands that happened more than once. */
  readonly doubled: number;
  /** Races with more or fewer winners than one. */
  readonly wrongWinners: number;
  /** Records that do not verify. */
  readonly chainErrors: number;
  /** Cases whose rows are not what their state waits for, and all other broken invariants. */
  readonly violations: number;
  readonly findings: readonly string[];
}

/** What the judgment needs besides the database and the log. */
export interface JudgmentOptions {
  readonly moddles: Readonly<Record<string, object>>;
  readonly now: number;
  readonly graceMs?: number;
  /** What the courier has brought out; without it nothing is said about deliveries that were made. */
  readonly deliveries?: readonly Delivery[];
}

interface EntryRow {
  readonly actor_id: string;
  readonly act: string;
  readonly request_id: string;
}

/** Judges a database by what the clients know. `graceMs` as in `verifyInvariants`. */
export async function judge(dataSource: DataSource, log: Pick<CommandLog, 'commands'>, options: JudgmentOptions): Promise<Judgment> {
  const entries = await dataSource.query<EntryRow[]>('SELECT actor_id, act, request_id FROM record_entry');
  const lost = commandFindings(log.commands, entries, 'lost');
  const doubled = commandFindings(log.commands, entries, 'doubled');
  const strangers = causelessFindings(log.commands, entries);
  const winners = raceFindings(log.commands);
  const { broken } = await verifyAllRecords(dataSource);
  const chain = broken ? [`I3: ${broken.instanceId} ${broken.seq} ${broken.kind}`] : [];
  const received = options.deliveries ? await deliveryFindings(dataSource, options.deliveries) : [];
  const seats = [...(await verifySeats(dataSource)), ...(await verifyVotes(dataSource)), ...(await verifyAnswers(dataSource))];
  const rows = [...(await verifyInvariants(dataSource, options.moddles, options)), ...seats];
  const violations = [...strangers, ...received, ...rows];
  return {
    acknowledged: log.commands.filter(isAcknowledged).length,
    lost: lost.length,
    doubled: doubled.length,
    wrongWinners: winners.length,
    chainErrors: chain.length,
    violations: violations.length,
    findings: [...lost, ...doubled, ...winners, ...chain, ...violations],
  };
}

/** I1, seen from the clients: what was answered with yes stands in the record once; nothing stands there twice. */
function commandFindings(commands: readonly SentCommand[], entries: readonly EntryRow[], what: 'lost' | 'doubled'): readonly string[] {
  const counts = new Map<string, number>();
  for (const { request_id, act } of entries) counts.set(`${request_id} ${act}`, (counts.get(`${request_id} ${act}`) ?? 0) + 1);
  return commands.flatMap((sent) => {
    if (sent.expectedAct === undefined) return [];
    const times = counts.get(`${sent.key} ${sent.expectedAct}`) ?? 0;
    const isWrong = what === 'lost' ? isAcknowledged(sent) && times === 0 : times > 1;
    return isWrong ? [`I1: ${sent.key} (${sent.expectedAct}) stands in the record ${times} times`] : [];
  });
}

/** I2, seen from the record: each entry belongs to a command that was not refused, or to a timer or job. */
function causelessFindings(commands: readonly SentCommand[], entries: readonly EntryRow[]): readonly string[] {
  const byKey = new Map(commands.map((sent) => [sent.key, sent]));
  return entries.flatMap(({ actor_id, act, request_id }) => {
    if (actor_id === 'system') return [];
    const sent = byKey.get(request_id);
    if (!sent) return [`I2: nobody sent ${request_id} (${act})`];
    return sent.status === undefined || isAcknowledged(sent) ? [] : [`I2: ${request_id} was refused (${sent.status}), but left ${act}`];
  });
}

/** I6, seen from the clients. */
function raceFindings(commands: readonly SentCommand[]): readonly string[] {
  const races = new Map<string, SentCommand[]>();
  for (const sent of commands) if (sent.race !== undefined) races.set(sent.race, [...(races.get(sent.race) ?? []), sent]);
  return [...races].flatMap(([race, sent]) => {
    const winners = sent.filter(isAcknowledged);
    const isUnknown = sent.some(({ status }) => status === undefined);
    return winners.length === 1 || (isUnknown && winners.length === 0) ? [] : [`I6: ${race} has ${winners.length} winners`];
  });
}
