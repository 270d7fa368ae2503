import type { ConformanceNode } from './conformance-node';
import type { Reply } from './answers';
import { cookieOf, CSRF_TOKEN } from './kit-sessions';

/** What comes with a request besides its body. */
export interface RequestParts {
  readonly body?: object;
  /** The client's promise not to have its effect twice. */
  readonly key?: string;
  /** For whom a deputy acts. */
  readonly principal?: string;
}

/** Sends requests of people to a node, over HTTP as a browser does. */
export class KitClient {
  constructor(private readonly node: () => ConformanceNode) {}

  async get(personId: string, path: string): Promise<Reply> {
    return this.send('GET', personId, path, {});
  }

  async post(personId: string, path: string, parts: RequestParts): Promise<Reply> {
    return this.send('POST', personId, path, { body: {}, ...parts });
  }

  private async send(method: string, personId: string, path: string, { body, key, principal }: RequestParts): Promise<Reply> {
    const headers = {
      cookie: cookieOf(personId),
      'x-csrf-token': CSRF_TOKEN,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
      ...(principal === undefined ? {} : { 'x-on-behalf-of': principal }),
    };
    const reply = await fetch(`${this.node().address}/${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await reply.text();
    return { status: reply.status, body: text === '' ? undefined : (JSON.parse(text) as unknown) };
  }
}
