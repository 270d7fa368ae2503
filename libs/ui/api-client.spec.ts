import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiClient, withQuery } from './api-client';
import { asApiError } from './api-error';

interface Seen {
  method?: string;
  url?: string;
  headers: IncomingMessage['headers'];
  body: string;
}

describe('api client', () => {
  const seen: Seen[] = [];
  let answer = { status: 200, body: '{}' };
  let signedOut = 0;
  const overFor: string[] = [];
  let server: Server;
  let client: ApiClient;

  beforeEach(async () => {
    seen.length = 0;
    signedOut = 0;
    overFor.length = 0;
    answer = { status: 200, body: '{}' };
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        seen.push({ method: request.method, url: request.url, headers: request.headers, body });
        response.writeHead(answer.status, { 'content-type': 'application/json', 'x-request-id': 'from-header' }).end(answer.body);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    client = new ApiClient({
      baseUrl: `http://127.0.0.1:${port}/api`,
      onSignedOut: () => signedOut++,
      onActingOver: (id) => overFor.push(id),
    });
    client.useCsrfToken('token-1');
  });

  afterEach(() => new Promise((resolve) => server.close(resolve)));

  it('sends the CSRF token and the idempotency key with a write, and neither with a read', async () => {
    // when
    await client.post('/cases', { title: '甲' }, 'key-1');
    await client.get('/cases');
    // then
    expect(seen[0]?.headers['x-csrf-token']).toBe('token-1');
    expect(seen[0]?.headers['idempotency-key']).toBe('key-1');
    expect(JSON.parse(seen[0]?.body ?? '')).toEqual({ title: '甲' });
    expect(seen[1]?.headers['x-csrf-token']).toBeUndefined();
    expect(seen[1]?.headers['idempotency-key']).toBeUndefined();
  });

  it('says for whom one acts with everything but the session, and no more once one acts for oneself', async () => {
    // when
    client.actFor('bing');
    await client.get('/tasks');
    await client.post('/tasks/1/claim');
    await client.request('/session', { method: 'DELETE' });
    client.actFor(undefined);
    await client.get('/tasks');
    // then
    expect(seen.map(({ headers }) => headers['x-on-behalf-of'])).toEqual(['bing', 'bing', undefined, undefined]);
    expect(client.link('/attachments/1/content')).toBe(client.url('/attachments/1/content'));
    client.actFor('b&c');
    expect(client.link('/events?caseId=1')).toBe(`${client.url('/events?caseId=1')}&on-behalf-of=b%26c`);
  });

  it('tells when one may not act any more for the person the request named', async () => {
    // given
    answer = { status: 403, body: JSON.stringify({ code: 'deputy.NO_RULE' }) };
    // when
    await client.get('/tasks').catch(() => undefined);
    client.actFor('bing');
    await client.get('/tasks').catch(() => undefined);
    // then
    expect(overFor).toEqual(['bing']);
  });

  it('turns a refusal into an error with code, gaps and request id', async () => {
    // given
    answer = {
      status: 409,
      body: JSON.stringify({ code: 'engine.TASK_ENDED', params: { byName: '戊', at: '2026-11-22T02:00:00.000Z' }, requestId: 'r-1' }),
    };
    // when
    const failure = asApiError(await client.post('/tasks/1/submission').catch((error: unknown) => error));
    // then
    expect(failure).toMatchObject({ status: 409, code: 'engine.TASK_ENDED', params: { byName: '戊' }, requestId: 'r-1' });
    expect(signedOut).toBe(0);
  });

  it('tells that the session ended on 401, but not when the login itself is refused', async () => {
    // given
    answer = { status: 401, body: JSON.stringify({ code: 'account.SIGN_IN_REQUIRED' }) };
    // when
    await client.get('/tasks').catch(() => undefined);
    await client.post('/session', { name: 'x', password: 'y' }).catch(() => undefined);
    // then
    expect(signedOut).toBe(1);
  });

  it('names an answer that is not ours as unexpected and keeps the request id of the header', async () => {
    // given
    answer = { status: 502, body: '<html>bad gateway</html>' };
    // when
    const failure = asApiError(await client.get('/cases').catch((error: unknown) => error));
    // then
    expect(failure).toMatchObject({ status: 502, code: 'ui.unexpected', requestId: 'from-header' });
  });

  it('says that the line is broken when nobody answers', async () => {
    // given
    const deaf = new ApiClient({ baseUrl: 'http://127.0.0.1:1/api' });
    // when
    const failure = asApiError(await deaf.get('/cases').catch((error: unknown) => error));
    // then
    expect(failure).toMatchObject({ status: 0, code: 'ui.offline' });
  });

  it('leaves absent and empty values out of a query', () => {
    expect(withQuery('/tasks', { view: 'assigned', text: '', after: undefined, limit: 20 })).toBe('/tasks?view=assigned&limit=20');
    expect(withQuery('/tasks', {})).toBe('/tasks');
  });
});
