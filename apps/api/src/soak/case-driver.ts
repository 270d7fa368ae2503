import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '@fashen/plugin-api';
import { APPROVAL, opinion } from '../bench/approval-process';
import type { CommandLog, SentCommand } from './command-log';
import type { Answer, PersonClient } from './person-client';

/** Everybody who acts, by person id. */
export type Persons = ReadonlyMap<string, PersonClient>;

/** Those who take part in the process. */
export const ACTORS = ['jia', 'yi', 'xin', 'bing', 'zi', 'wu', 'ji', 'gui'] as const;

interface OpenTask {
  readonly id: string;
  readonly nodeId: string;
  readonly state: string;
}

const MOST_PARKED = 12;
const LOOK_AGAIN_MS = 100;
/** What the loser of a race may be told: ended, taken, or no longer his to see. */
const LOST_RACE: ReadonlySet<number> = new Set([403, 404, 409]);

/**
 * A client: brings one case after the other through the approval process, by people who act at the same time where they can.
 * Cases that wait for their timer are left alone and gone on with later.
 */
export class CaseDriver {
  /** Answers nobody expected. */
  readonly complaints: string[] = [];
  private readonly parked: string[] = [];
  private turn = 0;

  constructor(
    private readonly persons: Persons,
    private readonly log: CommandLog,
    private readonly starterId: string,
  ) {}

  /** Works until told to stop; the case at hand is brought to its next rest. */
  async run(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      this.turn += 1;
      const waiting = this.parked.shift();
      if (waiting === undefined) await this.begin();
      else if (!(await this.goOn(waiting))) await this.waitOrBegin(waiting);
    }
  }

  private async waitOrBegin(caseId: string): Promise<void> {
    this.parked.push(caseId);
    if (this.parked.length < MOST_PARKED) await this.begin();
    else await pause(LOOK_AGAIN_MS);
  }

  /** From the start to the timer. */
  private async begin(): Promise<void> {
    const start = this.log.add({ personId: this.starterId, expectedAct: 'engine.instanceStarted' });
    const title = `样例案件 ${start.key}`;
    const { status, body } = await this.person(this.starterId).command(start, '/cases', { definitionKey: APPROVAL, title, data: {} });
    if (status !== 201 || typeof body['id'] !== 'string') return this.complain(start, body);
    const caseId = body['id'];
    await this.submit(caseId, 'report', this.starterId, {});
    await this.submit(caseId, 'approve', 'xin', opinion);
    await this.race(caseId, 'review', ['bing', 'zi']);
    this.parked.push(caseId);
  }

  /** From the timer to the end. False while the timer has not fired. */
  private async goOn(caseId: string): Promise<boolean> {
    if (!(await this.findOpen(caseId, 'decide'))) return false;
    await this.race(caseId, 'decide', ['wu', 'ji']);
    await Promise.all([this.submit(caseId, 'file', 'gui', {}), this.submit(caseId, 'publish', 'gui', {})]);
    return true;
  }

  private async submit(caseId: string, nodeId: string, personId: string, data: JsonObject): Promise<void> {
    const task = await this.requireOpen(caseId, nodeId);
    const sent = this.log.add({ personId, expectedAct: 'engine.taskCompleted' });
    const { status, body } = await this.person(personId).command(sent, `/tasks/${task.id}/submission`, { data });
    if (status !== 200) this.complain(sent, body);
  }

  /** Two people at once: every other time they first race for the claim, and the winner ends the task. */
  private async race(caseId: string, nodeId: string, personIds: readonly [string, string]): Promise<void> {
    const task = await this.requireOpen(caseId, nodeId);
    if (this.turn % 2 === 0) {
      await this.compete(personIds, { act: 'engine.taskCompleted', path: `/tasks/${task.id}/submission`, body: { data: opinion } });
      return;
    }
    const winner = await this.compete(personIds, { act: 'assignment.claimed', path: `/tasks/${task.id}/claim`, body: {} });
    if (winner) await this.submit(caseId, nodeId, winner, opinion);
  }

  private async compete(
    personIds: readonly [string, string],
    { act, path, body }: { readonly act: string; readonly path: string; readonly body: JsonObject },
  ): Promise<string | undefined> {
    const answers = await Promise.all(
      personIds.map(async (personId): Promise<{ personId: string; sent: SentCommand; answer: Answer }> => {
        const sent = this.log.add({ personId, expectedAct: act, race: path });
        return { personId, sent, answer: await this.person(personId).command(sent, path, body) };
      }),
    );
    for (const { sent, answer } of answers) if (answer.status !== 200 && !LOST_RACE.has(answer.status)) this.complain(sent, answer.body);
    return answers.find(({ answer }) => answer.status === 200)?.personId;
  }

  private async requireOpen(caseId: string, nodeId: string): Promise<OpenTask> {
    const task = await this.findOpen(caseId, nodeId);
    if (!task) throw new Error(`case ${caseId} has no open task at ${nodeId}`);
    return task;
  }

  private async findOpen(caseId: string, nodeId: string): Promise<OpenTask | undefined> {
    const reply = await this.person(this.starterId).get(`/cases/${caseId}`);
    const tasks = (reply['tasks'] ?? []) as unknown as readonly OpenTask[];
    return tasks.find((task) => task.nodeId === nodeId && (task.state === 'READY' || task.state === 'ASSIGNED'));
  }

  private person(personId: string): PersonClient {
    const found = this.persons.get(personId);
    if (!found) throw new Error(`${personId} has not signed in`);
    return found;
  }

  private complain(sent: SentCommand, body: JsonObject): void {
    this.complaints.push(`${sent.key} of ${sent.personId} was answered ${sent.status} ${JSON.stringify(body)}`);
  }
}
