import { setTimeout as pause } from 'node:timers/promises';
import type { Json, JsonObject } from '@fashen/plugin-api';
import type { SentCommand } from './command-log';

const ANSWER_LIMIT_MS = 20_000;
const PAUSE_MS = 30;
const MOST_ATTEMPTS = 2_000;
const BUSY = 503;

/** An answer of the server. */
export interface Answer {
  readonly status: number;
  readonly body: JsonObject;
}

/** A signed-in person at a browser: sends commands with their keys, and sends them again for as long as nobody answers. */
export class PersonClient {
  private turn = 0;

  private constructor(
    readonly personId: string,
    private readonly urlOf: (number: number) => string,
    private readonly session: { readonly cookie: string; readonly csrfToken: string },
  ) {}

  /** Signs in. `urlOf` gives the addresses of the nodes by number. */
  static async signIn(personId: string, password: string, urlOf: (number: number) => string): Promise<PersonClient> {
    const response = await fetch(`${urlOf(0)}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: personId, password }),
    });
    const reply = (await response.json()) as { csrfToken?: string };
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0];
    if (!response.ok || !cookie || !reply.csrfToken) throw new Error(`${personId} cannot sign in: ${JSON.stringify(reply)}`);
    return new PersonClient(personId, urlOf, { cookie, csrfToken: reply.csrfToken });
  }

  /** Reads; tries the nodes in turn until one answers. */
  async get(path: string): Promise<JsonObject> {
    const { body } = await this.untilAnswered(() => this.send('GET', path));
    return body;
  }

  /** Sends a command under its key, again and again until there is an answer other than "busy". */
  async command(sent: SentCommand, path: string, body: JsonObject | FormData, method = 'POST'): Promise<Answer> {
    const answer = await this.untilAnswered(() => {
      sent.attempts += 1;
      return this.send(method, path, { 'idempotency-key': sent.key, 'x-request-id': sent.key }, body);
    });
    sent.status = answer.status;
    const { code } = answer.body;
    if (typeof code === 'string') sent.code = code;
    return answer;
  }

  private async untilAnswered(attempt: () => Promise<Answer>): Promise<Answer> {
    for (let count = 1; count <= MOST_ATTEMPTS; count++) {
      const answer = await attempt().catch(() => undefined);
      if (answer && answer.status !== BUSY) return answer;
      this.turn += 1;
      await pause(PAUSE_MS);
    }
    throw new Error(`nobody has answered ${this.personId} in ${MOST_ATTEMPTS} attempts`);
  }

  private async send(method: string, path: string, headers: Record<string, string> = {}, body?: Json | FormData): Promise<Answer> {
    const { cookie, csrfToken } = this.session;
    const isForm = body instanceof FormData;
    const response = await fetch(`${this.urlOf(this.turn++)}/api${path}`, {
      method,
      headers: { cookie, 'x-csrf-token': csrfToken, ...(!isForm && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_LIMIT_MS),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? {} : (JSON.parse(text) as JsonObject) };
  }
}
