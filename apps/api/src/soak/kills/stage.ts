import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '@fashen/plugin-api';
import { openForReading, type ReadingConnection } from '@fashen/database';
import type { OpenTask } from '../case-desk';
import type { CommandLog, SentCommand } from '../command-log';
import { type Answer, PersonClient } from '../person-client';
import { ServerNode } from '../server-node';
import { CASE_TITLE, drawings, form } from './drawings';

/** Where the server of a stage runs. */
export interface StageOptions {
  /** The built server that can be armed. */
  readonly serverFile: string;
  readonly databaseUrl: string;
  /** Folder for attachments and deliveries. */
  readonly folder: string;
  /** Folder of the processes that come with the product; they bring rules, calendar and periods. */
  readonly processesFolder: string;
  readonly password: string;
}

/** What somebody asks for. */
export interface Request {
  readonly who: string;
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: JsonObject | FormData;
}

/** Answers requests only, so that nothing but a request passes a failpoint. Or works off what is due, too. */
type Roles = 'http' | 'both';

const MOST_LOOKS = 1_200;
const LOOK_MS = 50;
/** A point nobody reaches: the points that are passed are counted, and nothing dies. */
const NEVER = 'any:1000000';

/** One server, the people at it, and what they do to bring a case where it is wanted. Comes back when it dies. */
export class Stage {
  /** How the server died by itself. */
  readonly complaints: string[] = [];
  private readonly clients = new Map<string, PersonClient>();
  private node: ServerNode | undefined;
  private url = '';
  private isMeant = false;
  private keeping = Promise.resolve();
  private deaths = 0;
  private counted = 0;
  private readonly firsts = new Map<string, Promise<unknown>>();

  private constructor(
    private readonly options: StageOptions,
    private readonly log: CommandLog,
    private readonly reading: { connection?: ReadingConnection },
  ) {}

  /** A bureau with the drawings published. */
  static async open(options: StageOptions, log: CommandLog): Promise<Stage> {
    const stage = new Stage(options, log, {});
    await stage.boot('http', options.processesFolder);
    stage.reading.connection = await openForReading(options.databaseUrl);
    await stage.act('ren', '/forms/publication', { schema: form as unknown as JsonObject, reason: '试验' });
    for (const { key, xml } of drawings) await stage.act('ren', `/processes/${key}/publication`, { xml, reason: '试验' });
    return stage;
  }

  /** Sends a request that must be done. Answers what it answers. */
  async act(who: string, path: string, body: JsonObject = {}): Promise<JsonObject> {
    const { answer } = await this.send({ who, path, body });
    if (answer.status >= 300) throw new Error(`${path} by ${who} is refused: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Sends a request, again and again until somebody answers. */
  async send({ who, path, method = 'POST', body = {} }: Request): Promise<{ sent: SentCommand; answer: Answer }> {
    const client = await this.client(who);
    const sent = this.log.add({ personId: who });
    return { sent, answer: await client.command(sent, path, body, method) };
  }

  async get(who: string, path: string): Promise<JsonObject> {
    return (await this.client(who)).get(path);
  }

  /** Signs in, unless that has been done. */
  async client(who: string): Promise<PersonClient> {
    const known = this.clients.get(who) ?? (await PersonClient.signIn(who, this.options.password, () => this.url));
    this.clients.set(who, known);
    return known;
  }

  /** A new case of the first officer's. */
  async begin(definitionKey: string, data: JsonObject = {}): Promise<string> {
    return String((await this.act('jia', '/cases', { definitionKey, title: CASE_TITLE, data }))['id']);
  }

  /** An open task of a case: at a step, and of a person if one is named. */
  async task(caseId: string, nodeId: string, who?: string): Promise<OpenTask> {
    const found = (await this.tasks(caseId)).find(
      (one) => one.nodeId === nodeId && (one.state === 'READY' || one.state === 'ASSIGNED') && (!who || one.assigneeId === who),
    );
    if (!found) throw new Error(`${caseId} has no open task at ${nodeId} of ${who ?? 'anybody'}`);
    return found;
  }

  /** All tasks of a case, as a head of the bureau sees them. */
  async tasks(caseId: string): Promise<readonly OpenTask[]> {
    return (await this.get('wu', `/cases/${caseId}`))['tasks'] as unknown as readonly OpenTask[];
  }

  /** Somebody ends the open task at a step. */
  async submit(caseId: string, nodeId: string, who: string, data: JsonObject = {}): Promise<void> {
    const task = await this.task(caseId, nodeId);
    if (task.state === 'READY') await this.act(who, `/tasks/${task.id}/claim`);
    await this.act(who, `/tasks/${task.id}/submission`, { data });
  }

  /** Arms the server, or lets it only count what is passed. */
  async arm(point = NEVER): Promise<void> {
    await this.node?.arm(point);
  }

  /** Disarms, and answers the points that were passed. */
  async passed(): Promise<readonly string[]> {
    return (await this.node?.arm('')) ?? [];
  }

  get password(): string {
    return this.options.password;
  }

  /** Does something the first time only. */
  once<T>(name: string, act: () => Promise<T>): Promise<T> {
    const done = (this.firsts.get(name) as Promise<T> | undefined) ?? act();
    this.firsts.set(name, done);
    return done;
  }

  /** A number that this stage has not given before. */
  count(): number {
    return (this.counted += 1);
  }

  /** How often the server has killed itself. */
  get killed(): number {
    return this.deaths;
  }

  /** Works off everything that is due. */
  async work(): Promise<void> {
    await this.boot('both');
    for (let looks = 0; looks < MOST_LOOKS && (await this.due()) > 0; looks += 1) await pause(LOOK_MS);
    await this.boot('http');
  }

  /** Changes rows while no server runs: what would take days or luck otherwise. */
  async offline(change: (databaseUrl: string) => Promise<void>): Promise<void> {
    await this.halt();
    await this.reading.connection?.close();
    await change(this.options.databaseUrl);
    this.reading.connection = await openForReading(this.options.databaseUrl);
    await this.boot('http');
  }

  /** Rows by query, beside the server. */
  async rows<T>(sql: string, ...values: readonly string[]): Promise<readonly T[]> {
    return (await this.reading.connection?.query(sql, values)) as readonly T[];
  }

  /** Names of all tables. */
  async tables(): Promise<readonly string[]> {
    const sql = this.options.databaseUrl.startsWith('sqlite:')
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
      : 'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY table_name';
    return (await this.rows<{ name: string }>(sql)).map(({ name }) => name);
  }

  async close(): Promise<void> {
    await this.halt();
    await this.reading.connection?.close();
  }

  private async due(): Promise<number> {
    const waiting = `SELECT (SELECT COUNT(*) FROM engine_job WHERE state = 'OPEN' AND due_at <= ${Date.now()}) + (SELECT COUNT(*) FROM engine_outbox WHERE state = 'OPEN') AS amount`;
    return Number((await this.rows<{ amount: number | string }>(waiting))[0]?.amount);
  }

  private async halt(): Promise<void> {
    this.isMeant = true;
    await this.node?.kill();
    await this.keeping;
    this.isMeant = false;
  }

  /** A server at the same address as ever. Whoever ended it, unless it was this stage: it comes back. */
  private async boot(roles: Roles, processesFolder = this.options.folder): Promise<void> {
    await this.halt();
    const { serverFile, databaseUrl, folder, password } = this.options;
    const { node, url } = await ServerNode.start(serverFile, {
      ...{ FASHEN_DATABASE_URL: databaseUrl, FASHEN_DATABASE_ACCEPT_UNSAFE: 'true', FASHEN_PORT: this.url ? new URL(this.url).port : '0' },
      ...{ FASHEN_LOG_LEVEL: 'error', FASHEN_API_DOCS: 'false', FASHEN_ROLES: roles, FASHEN_PROCESSES_DIRECTORY: processesFolder },
      ...{ FASHEN_SAMPLE_PASSWORD: password, FASHEN_ATTACHMENT_DIRECTORY: folder, FASHEN_COURIER_DIRECTORY: folder },
      ...{ FASHEN_CIRCULATE_QUIET_FROM: '00:00', FASHEN_CIRCULATE_QUIET_UNTIL: '00:00', FASHEN_CIRCULATE_URGE_HOURS_BETWEEN: '0' },
    });
    if (!url) throw new Error(`the server does not start: ${(await node.kill()).complaints}`);
    this.url = url;
    this.node = node;
    this.keeping = this.keep(node);
  }

  private async keep(node: ServerNode): Promise<void> {
    const { signal, complaints } = await node.ended;
    if (this.isMeant) return;
    if (signal === 'SIGKILL') this.deaths += 1;
    else this.complaints.push(`the server ended with ${signal}: ${complaints}`);
    this.keeping = Promise.resolve();
    await this.boot('http');
  }
}
