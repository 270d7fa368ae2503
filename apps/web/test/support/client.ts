import { PASSWORD, type TestServer } from './server';

/** A person of the sample bureau talking to the API without a browser: brings a case quickly to where a test begins. */
export class Client {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
    private readonly csrfToken: string,
  ) {}

  static async signIn(server: TestServer, name: string): Promise<Client> {
    const reply = await fetch(`${server.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name, password: PASSWORD }),
    });
    if (!reply.ok) throw new Error(`login of ${name}: ${reply.status} ${await reply.text()}`);
    const cookie = reply.headers.getSetCookie().map((line) => line.split(';')[0] ?? '');
    const { csrfToken } = (await reply.json()) as { csrfToken: string };
    return new Client(server.url, cookie.join('; '), csrfToken);
  }

  get<T>(path: string): Promise<T> {
    return this.send<T>('GET', path);
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.send<T>('POST', path, body);
  }

  put<T>(path: string, body: object): Promise<T> {
    return this.send<T>('PUT', path, body);
  }

  private async send<T>(method: string, path: string, body?: object): Promise<T> {
    const reply = await fetch(`${this.url}/api${path}`, {
      method,
      headers: { cookie: this.cookie, 'x-csrf-token': this.csrfToken, 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${method} ${path}: ${reply.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
