import { request as rawRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';
import { endpointsOf } from '../src/create-app';
import { withoutPolicy, withoutSchema } from '../src/http/endpoints';
import { PASSWORD, type Person, startTestApp, type TestApp } from './test-app';

/** Asks in the way the endpoint is asked. */
function ask(person: Person, method: string, address: string): ReturnType<Person['get']> {
  if (method === 'GET') return person.get(address);
  if (method === 'DELETE') return person.delete(address);
  return method === 'PUT' ? person.put(address, {}) : person.post(address);
}

describe('the border of the server', () => {
  let server: TestApp;
  let jia: Person;
  let yin: Person;

  beforeAll(async () => {
    server = await startTestApp();
    jia = await server.signIn('jia');
    yin = await server.signIn('yin');
  });

  afterAll(() => server.drop());

  describe('endpoints', () => {
    const send = (method: string, address: string) => {
      const client = server.anonymous();
      return client[method.toLowerCase() as 'get'](address);
    };

    it('all have a policy and parse what they take', () => {
      const endpoints = endpointsOf(server.app);
      expect(endpoints.length).toBeGreaterThan(30);
      expect(withoutPolicy(endpoints)).toEqual([]);
      expect(withoutSchema(endpoints)).toEqual([]);
    });

    it('are public only where they must be', () => {
      const open = endpointsOf(server.app).filter((endpoint) => endpoint.policy?.kind === 'public');
      expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([
        'GET /health',
        'GET /metrics',
        'GET /ready',
        'POST /session',
        'POST /setup',
      ]);
    });

    it('refuse unknown keys in every body', () => {
      const bodies = endpointsOf(server.app).flatMap(({ body, method, path }) =>
        body.kind === 'parsed' && body.schema instanceof z.ZodType ? [{ name: `${method} ${path}`, schema: body.schema }] : [],
      );
      const loose = bodies.filter(
        ({ schema }) => z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })['additionalProperties'] !== false,
      );
      expect(bodies.length).toBeGreaterThan(10);
      expect(loose.map(({ name }) => name)).toEqual([]);
    });

    it('are closed to everybody who is not signed in', async () => {
      // given
      const closed = endpointsOf(server.app).filter((endpoint) => endpoint.policy?.kind !== 'public');
      // when
      const replies = await Promise.all(
        closed.map(async ({ method, path }) => {
          const address = `/api${path.replace(/:\w+/g, 'x')}`;
          const reply = await send(method, address).send(method === 'GET' ? undefined : {});
          return `${method} ${path} ${reply.status} ${reply.body.code}`;
        }),
      );
      // then
      expect(replies).toEqual(closed.map(({ method, path }) => `${method} ${path} 401 api.NOT_SIGNED_IN`));
    });

    it('with a permission are closed to every sample person who lacks it, and open to those who hold it', async () => {
      const guarded = endpointsOf(server.app).flatMap(({ policy, method, path }) =>
        policy?.kind === 'permission' ? [{ method, path, permission: policy.permission }] : [],
      );
      for (const name of ['jia', 'xin', 'bing', 'ding', 'wu', 'ji', 'ren', 'gui', 'yin']) {
        const person = await server.signIn(name);
        const held: readonly string[] = (await person.get('/api/session')).body.person.permissions;
        for (const { method, path, permission } of guarded) {
          const address = `/api${path.replace(/:\w+/g, 'x')}`;
          const reply = await ask(person, method, address);
          const isRefused = reply.status === 403 && reply.body.code === 'api.FORBIDDEN';
          expect(`${name} ${method} ${path} refused: ${isRefused}`).toBe(
            `${name} ${method} ${path} refused: ${!held.includes(permission)}`,
          );
        }
      }
    });

    it('need the CSRF token for everything that is not a GET', async () => {
      const writing = endpointsOf(server.app).filter(({ policy, method }) => policy?.kind !== 'public' && method !== 'GET');
      for (const { method, path } of writing) {
        const address = `/api${path.replace(/:\w+/g, 'x')}`;
        const attempt = () => send(method, address).set('Cookie', jia.cookie).send({});
        const replies = [
          await attempt(),
          await attempt().set('x-csrf-token', 'guessed'),
          await attempt().set('x-csrf-token', yin.csrfToken),
        ];
        expect(replies.map((reply) => `${method} ${path} ${reply.status} ${reply.body.code}`)).toEqual(
          Array(3).fill(`${method} ${path} 403 api.CSRF_REFUSED`),
        );
      }
    });
  });

  describe('requests from other sites', () => {
    it.each(['https://evil.example', 'null', 'http://127.0.0.1:1'])('are refused (%s)', async (origin) => {
      const reply = await jia.post('/api/session/password', {}).set('Origin', origin).expect(403);
      expect(reply.body.code).toBe('api.ORIGIN_REFUSED');
      await server.anonymous().post('/api/session').set('Origin', origin).send({ name: 'jia', password: PASSWORD }).expect(403);
    });

    it('get no permission to read (no CORS)', async () => {
      const reply = await jia.get('/api/session').set('Origin', 'https://evil.example');
      expect(Object.keys(reply.headers).filter((name) => name.startsWith('access-control-allow'))).toEqual([]);
      const preflight = await server.anonymous().options('/api/session').set('Origin', 'https://evil.example');
      expect(preflight.headers['access-control-allow-origin']).toBeUndefined();
    });
  });

  describe('bodies', () => {
    const send = (text: string, type = 'application/json') => server.anonymous().post('/api/session').set('Content-Type', type).send(text);

    it.each([
      ['an unknown key', '{"name":"jia","password":"x","role":"operator"}', 400, 'api.INPUT_INVALID'],
      ['a wrong type', '{"name":{"$ne":null},"password":"x"}', 400, 'api.INPUT_INVALID'],
      ['nothing', '', 400, 'api.INPUT_INVALID'],
      ['a list', '[]', 400, 'api.INPUT_INVALID'],
      ['a prototype key', '{"name":"jia","password":"x","__proto__":{"isAdmin":true}}', 400, 'api.BODY_REFUSED'],
      ['a hidden prototype key', '{"name":"jia","password":"x","a":[{"constructor":{"prototype":1}}]}', 400, 'api.BODY_REFUSED'],
      ['twenty-one levels', `${'{"a":'.repeat(21)}1${'}'.repeat(21)}`, 400, 'api.BODY_REFUSED'],
      ['a hundred thousand levels', `${'['.repeat(100_000)}${']'.repeat(100_000)}`, 400, 'api.BODY_REFUSED'],
      ['broken JSON', '{"name":', 400, 'api.BODY_UNREADABLE'],
      ['bare text', 'hello', 400, 'api.BODY_UNREADABLE'],
      ['two megabytes', JSON.stringify({ name: 'x'.repeat(2_000_000) }), 413, 'api.TOO_LARGE'],
    ])('with %s are refused', async (_what, text, status, code) => {
      const reply = await send(text);
      expect({ status: reply.status, code: reply.body.code }).toEqual({ status, code });
    });

    it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded'])('of the type %s are not read', async (type) => {
      const reply = await send('name=jia&password=x', type);
      expect(reply.body.code).toBe('api.INPUT_INVALID');
    });

    it('name the wrong field and never repeat its value', async () => {
      const reply = await jia.post('/api/session/password', { current: 'secret-1', next: 5, more: 'secret-2' }).expect(400);
      expect(reply.body.params.issues).toEqual([
        { path: 'next', code: 'invalid_type' },
        { path: 'more', code: 'unrecognized_keys' },
      ]);
      expect(JSON.stringify(reply.body)).not.toContain('secret');
    });
  });

  describe('odd paths', () => {
    const ask = (path: string, method = 'GET'): Promise<{ status: number; text: string }> =>
      new Promise((resolve, reject) => {
        const { port } = server.app.getHttpServer().address() as AddressInfo;
        const sent = rawRequest({ host: '127.0.0.1', port, path, method, headers: { cookie: jia.cookie } }, (reply) => {
          let text = '';
          reply.on('data', (part: Buffer) => (text += part.toString()));
          reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text }));
        });
        sent.on('error', reject);
        sent.end();
      });

    it.each([
      '/api/accounts',
      '/api/accounts/',
      '/API/accounts',
      '/api/Accounts',
      '/api//accounts',
      '//api/accounts',
      '/api/./accounts',
      '/api/x/../accounts',
      '/api/x/..;/accounts',
      '/api/accounts;x=1',
      '/api/accounts%2f',
      '/api/%61ccounts',
      '/api/accounts%00',
      '/api/accounts%20',
      '/api/accounts.json',
      '/api/accounts?_method=POST',
      '/api/%2e%2e/api/accounts',
      '/api\\accounts',
      '/api/accounts/..%2f..%2fhealth',
      '/api/accounts#x',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/..%2f..%2f..%2fetc/passwd',
      '/api/%',
      '/api/%c0%ae%c0%ae/accounts',
    ])('%s never reaches what the person may not see', async (path) => {
      const reply = await ask(path);
      expect([400, 403, 404]).toContain(reply.status);
      expect(reply.text).not.toMatch(/lockedUntil|"items"|root:/);
      expect(JSON.parse(reply.text)).toMatchObject({ code: expect.stringMatching(/^api\./), requestId: expect.any(String) });
    });

    it.each(['TRACE', 'PATCH', 'PROPFIND'])('the method %s does nothing', async (method) => {
      const reply = await ask('/api/session', method);
      expect([404, 405]).toContain(reply.status);
    });
  });

  describe('errors', () => {
    it('have one shape, in the language of the request', async () => {
      const zh = await server.anonymous().get('/api/session').expect(401);
      const en = await server.anonymous().get('/api/session').set('Accept-Language', 'en-US,en;q=0.9').expect(401);
      expect(zh.body).toEqual({ code: 'api.NOT_SIGNED_IN', message: '请先登录。', params: {}, requestId: expect.any(String) });
      expect(en.body).toMatchObject({ code: 'api.NOT_SIGNED_IN', message: 'Please sign in.' });
      expect(zh.headers['x-request-id']).toBe(zh.body.requestId);
    });

    it('take the language from the cookie before the header', async () => {
      const reply = await server.anonymous().get('/api/session').set('Accept-Language', 'zh-CN').set('Cookie', 'fashen-locale=en');
      expect(reply.body.message).toBe('Please sign in.');
    });

    it('keep the request id of a proxy when it is a plain one', async () => {
      const given = await server.anonymous().get('/api/session').set('X-Request-Id', 'proxy-1234567');
      expect(given.body.requestId).toBe('proxy-1234567');
      const odd = await server.anonymous().get('/api/session').set('X-Request-Id', 'a"}{"level":"x');
      expect(odd.body.requestId).toMatch(/^[\da-f-]{36}$/);
    });

    it('of our own tell nothing but the request id', async () => {
      // given: the table of accounts is gone
      const broken = await startTestApp();
      const admin = await broken.signIn('yin');
      await broken.database.dataSource.query('ALTER TABLE account_attempt RENAME TO account_attempt_lost');
      // when
      const reply = await admin.get('/api/accounts');
      await broken.database.dataSource.query('ALTER TABLE account_attempt_lost RENAME TO account_attempt');
      await broken.drop();
      // then
      expect(reply.status).toBe(500);
      expect(reply.body).toEqual({ code: 'api.INTERNAL', message: expect.any(String), params: {}, requestId: expect.any(String) });
      const line = broken.logLines.find((one) => one.includes('request failed')) ?? '';
      expect(JSON.parse(line)).toMatchObject({ requestId: reply.body.requestId, err: { stack: expect.stringContaining('at ') } });
    });
  });

  describe('repeated requests', () => {
    const unit = { id: 'squad-9', name: '执法九中队', parentId: 'bureau' };

    it('with the same key are done once and answered alike', async () => {
      const first = await yin.post('/api/units', unit).set('Idempotency-Key', 'try-1').expect(201);
      const again = await yin.post('/api/units', unit).set('Idempotency-Key', 'try-1').expect(201);
      expect(again.body).toEqual(first.body);
      await yin.post('/api/units', unit).set('Idempotency-Key', 'try-2').expect(409);
    });

    it('with the same key and another body are refused', async () => {
      await yin
        .post('/api/units', { ...unit, id: 'squad-8' })
        .set('Idempotency-Key', 'try-3')
        .expect(201);
      const reply = await yin
        .post('/api/units', { ...unit, id: 'squad-7' })
        .set('Idempotency-Key', 'try-3')
        .expect(422);
      expect(reply.body.code).toBe('engine.IDEMPOTENCY_MISMATCH');
    });

    it('with a key too long are refused', async () => {
      const reply = await yin.post('/api/units', unit).set('Idempotency-Key', 'x'.repeat(101)).expect(400);
      expect(reply.body.code).toBe('api.KEY_INVALID');
    });
  });

  describe('what operators see', () => {
    it('is health and readiness', async () => {
      expect((await server.anonymous().get('/health').expect(200)).body).toEqual({ status: 'ok' });
      expect((await server.anonymous().get('/ready').expect(200)).body).toEqual({ status: 'ready', obstacles: [] });
    });

    it('is numbers for Prometheus without addresses or names', async () => {
      await jia.get('/api/people?text=%E7%94%B2').expect(200);
      const reply = await server.anonymous().get('/metrics').expect(200);
      expect(reply.headers['content-type']).toMatch(/^text\/plain/);
      expect(reply.text).toMatch(/fashen_http_request_seconds_count\{method="GET",route="\/api\/people",status="200"\} \d/);
      for (const name of ['jobs_open', 'jobs_stuck', 'outbox_lag_seconds'])
        expect(reply.text).toMatch(new RegExp(`^fashen_${name} \\d`, 'm'));
      expect(reply.text).not.toMatch(/甲|%E7/);
    });

    it('is a log of ids and numbers', async () => {
      const fake = { name: '张某某', password: 'Canary-110101199001011234' };
      await server.anonymous().post('/api/session').send(fake).expect(401);
      await jia.get('/api/people?text=%E5%BC%A0%E6%9F%90').expect(200);
      const lines = server.logLines.join('');
      expect(lines).not.toMatch(/张某|Canary|%E5%BC%A0|110101/);
      const last = server.logLines.map((line) => JSON.parse(line)).find((line) => line.route === '/api/people' && line.status === 200);
      expect(last).toMatchObject({ method: 'GET', status: 200, requestId: expect.any(String), milliseconds: expect.any(Number) });
    });
  });

  describe('the description of the API', () => {
    it('names every endpoint with its body', async () => {
      const { body } = await server.anonymous().get('/api/openapi.json').expect(200);
      expect(body.openapi).toMatch(/^3\./);
      const described = Object.entries<Record<string, unknown>>(body.paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
      );
      const declared = endpointsOf(server.app)
        .filter(({ path }) => !['/health', '/ready', '/metrics'].includes(path))
        .map(({ method, path }) => `${method} /api${path.replace(/:(\w+)/g, '{$1}')}`);
      expect(described.sort()).toEqual([...new Set(declared)].sort());
      expect(body.paths['/api/session'].post.requestBody.content['application/json'].schema).toMatchObject({
        type: 'object',
        required: ['name', 'password'],
        additionalProperties: false,
      });
      expect(body.paths['/api/people'].get.parameters.map((one: { name: string }) => one.name)).toContain('role');
    });

    it('has every reference and every path parameter it uses', async () => {
      const { body } = await server.anonymous().get('/api/openapi.json').expect(200);
      const references = [...JSON.stringify(body).matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1] ?? '');
      for (const name of new Set(references)) expect(body.components.schemas).toHaveProperty(name);
      for (const [path, methods] of Object.entries<Record<string, { parameters: { in: string; name: string }[] }>>(body.paths)) {
        const wanted = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
        for (const operation of Object.values(methods))
          expect(operation.parameters.filter((one) => one.in === 'path').map((one) => one.name)).toEqual(wanted);
      }
    });

    it('can be tried on a page that loads nothing from elsewhere', async () => {
      const page = await server.anonymous().get('/api/docs/').redirects(1).expect(200);
      const addresses = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
      expect(addresses.length).toBeGreaterThan(2);
      expect(addresses.filter((address) => /^(https?:)?\/\//.test(address))).toEqual([]);
      const inline = [...page.text.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)].filter((match) => match[1]?.trim());
      expect(inline).toEqual([]);
      for (const address of addresses) await server.anonymous().get(new URL(address, 'http://x/api/docs/').pathname).expect(200);
    });

    it('is not offered in production', async () => {
      const production = await startTestApp({ FASHEN_MODE: 'production' });
      await production.anonymous().get('/api/openapi.json').expect(404);
      await production.anonymous().get('/api/docs').expect(404);
      await production.drop();
    });
  });

  it('sends the headers that keep a browser from doing harm', async () => {
    const { headers } = await jia.get('/api/session');
    expect(headers['content-security-policy']).toContain("script-src 'self'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'cache-control': 'no-store' });
    expect(headers['x-powered-by']).toBeUndefined();
  });
});
