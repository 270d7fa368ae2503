import type { JsonObject } from '@fashen/plugin-api';
import type { CommandLog, SentCommand } from './command-log';
import type { Answer, PersonClient } from './person-client';

/** Everybody who acts, by person id. */
export type Persons = ReadonlyMap<string, PersonClient>;

/** A task of a case. */
export interface OpenTask {
  readonly id: string;
  readonly nodeId: string;
  readonly state: string;
  readonly kind: string;
  readonly assigneeId?: string;
  readonly endedBy?: string;
}

interface Target {
  readonly instanceId: string;
  readonly executionId: string;
  readonly isOffered: boolean;
}

/** What a person sends in a race. */
export interface RaceAct {
  readonly expectedAct: string;
  readonly path: string;
  readonly body: JsonObject;
}

/** The server failed. */
const FAILED = 500;

/** What the loser of a race may be told: ended, taken, or no longer his to see. */
const LOST_RACE: ReadonlySet<number> = new Set([403, 404, 409]);

/** What people do with cases over HTTP, each command noted in the log. */
export class CaseDesk {
  /** Answers nobody expected. */
  readonly complaints: string[] = [];

  constructor(
    private readonly persons: Persons,
    private readonly log: CommandLog,
    /** Starts the cases, and may see them. */
    readonly starterId: string,
  ) {}

  /** Starts a case; nothing when that was refused. */
  async start(definitionKey: string, data: JsonObject): Promise<string | undefined> {
    const start = this.log.add({ personId: this.starterId, expectedAct: 'engine.instanceStarted' });
    const title = `样例案件 ${start.key}`;
    const { status, body } = await this.person(this.starterId).command(start, '/cases', { definitionKey, title, data });
    if (status === 201 && typeof body['id'] === 'string') return body['id'];
    this.complain(start, body);
    return undefined;
  }

  /** Ends the open task at a node. */
  async submit(caseId: string, nodeId: string, personId: string, data: JsonObject): Promise<void> {
    const task = await this.findOpen(caseId, nodeId);
    if (!task) throw new Error(`case ${caseId} has no open task at ${nodeId}`);
    await this.submitTask(task, personId, data);
  }

  /** Ends a task. */
  async submitTask(task: OpenTask, personId: string, data: JsonObject): Promise<void> {
    const sent = this.log.add({ personId, expectedAct: 'engine.taskCompleted' });
    const { status, body } = await this.person(personId).command(sent, `/tasks/${task.id}/submission`, { data });
    if (status !== 200) this.complain(sent, body);
  }

  /** Somebody asks for an operation that may be refused. */
  async ask(
    personId: string,
    { act, path, body }: { readonly act: string; readonly path: string; readonly body: JsonObject },
  ): Promise<Answer> {
    const sent = this.log.add({ personId, expectedAct: act });
    const answer = await this.person(personId).command(sent, path, body);
    if (answer.status >= FAILED) this.complain(sent, answer.body);
    return answer;
  }

  /** A step to which the holder of a task may return the case. */
  async returnTarget({ id }: OpenTask, personId: string): Promise<{ instanceId: string; executionId: string } | undefined> {
    const { targets = [] } = (await this.person(personId).get(`/tasks/${id}/return-targets`)) as unknown as { targets?: readonly Target[] };
    const found = targets.find(({ isOffered }) => isOffered);
    return found && { instanceId: found.instanceId, executionId: found.executionId };
  }

  /** Two people do the same at once. Answers who was told yes. */
  async compete(personIds: readonly [string, string], act: RaceAct): Promise<string | undefined> {
    const answers = await Promise.all(
      personIds.map(async (personId): Promise<{ personId: string; sent: SentCommand; answer: Answer }> => {
        const sent = this.log.add({ personId, expectedAct: act.expectedAct, race: act.path });
        return { personId, sent, answer: await this.person(personId).command(sent, act.path, act.body) };
      }),
    );
    for (const { sent, answer } of answers) if (answer.status !== 200 && !LOST_RACE.has(answer.status)) this.complain(sent, answer.body);
    return answers.find(({ answer }) => answer.status === 200)?.personId;
  }

  async findOpen(caseId: string, nodeId: string): Promise<OpenTask | undefined> {
    return (await this.openTasks(caseId)).find((task) => task.nodeId === nodeId);
  }

  async openTasks(caseId: string): Promise<readonly OpenTask[]> {
    return (await this.tasks(caseId)).filter(({ state }) => state === 'READY' || state === 'ASSIGNED');
  }

  /** All tasks of a case, those that have ended too. */
  async tasks(caseId: string): Promise<readonly OpenTask[]> {
    const reply = await this.person(this.starterId).get(`/cases/${caseId}`);
    return (reply['tasks'] ?? []) as unknown as readonly OpenTask[];
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
