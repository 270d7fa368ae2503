import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Definitions, systemActor, UnitOfWork } from '@fashen/plugin-api';
import { type Person, startTestApp, type TestApp } from './test-app';

/** A browser's connection to the stream, read as text. */
class Connection {
  private text = '';
  private readonly decoder = new TextDecoder();

  private constructor(
    readonly response: Response,
    private readonly reader: ReadableStreamDefaultReader<Uint8Array>,
  ) {}

  static async open(server: TestApp, person: Person, headers: Record<string, string> = {}): Promise<Connection> {
    const response = await fetch(`${await server.app.getUrl()}/api/events`, { headers: { cookie: person.cookie, ...headers } });
    if (!response.body) throw new Error('no body');
    return new Connection(response, response.body.getReader());
  }

  /** Reads until a text occurs, at most a second. */
  async until(wanted: RegExp): Promise<RegExpExecArray> {
    const timer = setTimeout(() => void this.reader.cancel(), 1_000);
    for (;;) {
      const found = wanted.exec(this.text);
      if (found) {
        clearTimeout(timer);
        return found;
      }
      const { value, done } = await this.reader.read();
      if (done) throw new Error(`not within a second: ${this.text}`);
      this.text += this.decoder.decode(value, { stream: true });
    }
  }

  close(): Promise<void> {
    return this.reader.cancel();
  }
}

const change = /event: change\nid: (\d+)\ndata: \{"tasks":true,"openCase":false,"notices":false\}/;

describe('server-sent events over HTTP', () => {
  let server: TestApp;
  let jia: Person;

  const startCase = (): Promise<object> =>
    Promise.resolve(jia.post('/api/cases', { definitionKey: 'two-desks', title: '占道经营' }).expect(201));

  beforeAll(async () => {
    server = await startTestApp();
    const xml = await readFile(join(__dirname, 'two-desks.bpmn'), 'utf8');
    const context = { actor: systemActor, now: server.clock.now(), locale: 'zh-CN', requestId: 'test' } as const;
    await server.app.get(UnitOfWork).run(context, (tx) => server.app.get(Definitions).publish(tx, { xml, reason: '试用' }));
    jia = await server.signIn('jia');
  });
  afterAll(() => server.drop());

  it('are for those who are signed in', async () => {
    await server.anonymous().get('/api/events').expect(401);
  });

  it('tell a page of a commit within a second, and a browser that comes back what it has missed', async () => {
    // given
    const first = await Connection.open(server, jia);
    expect(first.response.headers.get('content-type')).toContain('text/event-stream');
    await first.until(/event: ready/);
    // when
    await startCase();
    const [, lastEventId = ''] = await first.until(change);
    await first.close();
    await startCase();
    const again = await Connection.open(server, jia, { 'last-event-id': lastEventId });
    const [, missed] = await again.until(change);
    // then
    expect(Number(missed)).toBeGreaterThan(Number(lastEventId));
    await again.close();
  });

  it('refuse a case one may not see in the ordinary way', async () => {
    const reply = await jia.get('/api/events?caseId=nothing').expect(404);
    expect(reply.body.code).toBe('case-file.CASE_MISSING');
  });

  it('leave webhooks to operators', async () => {
    // given
    const yin = await server.signIn('yin');
    const body = { name: '档案', url: 'https://hooks.example.org/', events: ['engine.*'] };
    // when
    await jia.get('/api/webhooks').expect(403);
    await jia.post('/api/webhooks', body).expect(403);
    await yin.post('/api/webhooks', { ...body, events: ['no filter'] }).expect(400);
    const reply = await yin.post('/api/webhooks', body).expect(201);
    // then
    const list = await yin.get('/api/webhooks').expect(200);
    expect(list.body.items).toMatchObject([{ id: reply.body.id, active: true }]);
    expect(JSON.stringify(list.body)).not.toContain(reply.body.secret);
  });
});
