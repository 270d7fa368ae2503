import { OutboxDispatcher } from '@fashen/engine';
import { cookieOf, PASSWORD, startTestApp, type TestApp } from './test-app';

describe('signing in and out', () => {
  let server: TestApp;

  beforeEach(async () => {
    server = await startTestApp();
  });

  afterEach(() => server.drop());

  const tryAs = (name: string, password: string) => server.anonymous().post('/api/session').send({ name, password });

  it('shows who is signed in, with roles and permissions', async () => {
    // when
    const jia = await server.signIn('jia');
    const reply = await jia.get('/api/session').expect(200);
    // then
    expect(reply.body.person).toEqual({
      id: 'jia',
      name: '甲样例',
      unitId: 'squad-1',
      unitName: '执法一中队',
      posts: [],
      roles: ['handling-officer'],
      permissions: expect.arrayContaining(['case.start']),
    });
    expect(reply.body.csrfToken).toBe(jia.csrfToken);
  });

  it('keeps the token away from scripts and other sites', async () => {
    const reply = await tryAs('jia', PASSWORD).expect(200);
    const header = String(reply.headers['set-cookie']);
    expect(header).toMatch(/^fashen=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(JSON.stringify(reply.body)).not.toContain(cookieOf(reply).split('=')[1]);
  });

  it('stores neither token nor password', async () => {
    // given
    const jia = await server.signIn('jia');
    // when
    const rows = await Promise.all(
      ['account_session', 'account_credential'].map((table) => server.database.dataSource.query(`SELECT * FROM ${table}`)),
    );
    // then
    const text = JSON.stringify(rows);
    expect(text).not.toContain(jia.cookie.split('=')[1]);
    expect(text).not.toContain(PASSWORD);
    expect(text).toContain('$argon2id$');
  });

  it('gives one answer to a wrong password, an unknown name and a disabled account', async () => {
    // given
    const yin = await server.signIn('yin');
    const accounts = await yin.get('/api/accounts?limit=200');
    const mao = accounts.body.items.find((account: { name: string }) => account.name === 'mao');
    await yin.post(`/api/accounts/${mao.id}/disablement`).expect(200);
    // when
    const replies = [await tryAs('jia', 'wrong'), await tryAs('nobody', 'wrong'), await tryAs('mao', PASSWORD)];
    // then
    const bodies = replies.map(({ status, body }) => ({ status, ...body, requestId: undefined }));
    expect(bodies[0]).toMatchObject({ status: 401, code: 'account.LOGIN_REFUSED', params: {} });
    expect(bodies[1]).toEqual(bodies[0]);
    expect(bodies[2]).toEqual(bodies[0]);
  });

  it('ends the session with the sign-out', async () => {
    const jia = await server.signIn('jia');
    const reply = await jia.delete('/api/session').expect(204);
    expect(String(reply.headers['set-cookie'])).toMatch(/^fashen=; .*Expires=Thu, 01 Jan 1970/);
    await jia.get('/api/session').expect(401);
  });

  it('gives a new token with every sign-in and ends the one the browser had before', async () => {
    // given: a session somebody planted in the browser
    const planted = await server.signIn('jia');
    // when
    const reply = await server.anonymous().post('/api/session').set('Cookie', planted.cookie).send({ name: 'yi', password: PASSWORD });
    // then
    expect(cookieOf(reply)).not.toBe(planted.cookie);
    await planted.get('/api/session').expect(401);
  });

  it('does not take over a token that the browser made up', async () => {
    const madeUp = `fashen=${'A'.repeat(43)}`;
    const reply = await server.anonymous().post('/api/session').set('Cookie', madeUp).send({ name: 'jia', password: PASSWORD }).expect(200);
    expect(cookieOf(reply)).not.toBe(madeUp);
    await server.anonymous().get('/api/session').set('Cookie', madeUp).expect(401);
  });

  it('ends an idle session after half an hour, and a busy one after ten hours', async () => {
    const idle = await server.signIn('jia');
    const busy = await server.signIn('yi');
    for (let minute = 0; minute < 600; minute += 25) {
      await busy.get('/api/session').expect(200);
      server.clock.advance({ minutes: 25 });
    }
    await idle.get('/api/session').expect(401);
    await busy.get('/api/session').expect(401);
  });

  it('ends every session of an account in the moment it is disabled', async () => {
    // given
    const [first, second, yin] = [await server.signIn('jia'), await server.signIn('jia'), await server.signIn('yin')];
    const accounts = await yin.get('/api/accounts?limit=200');
    const jia = accounts.body.items.find((account: { name: string }) => account.name === 'jia');
    // when
    await yin.post(`/api/accounts/${jia.id}/disablement`).expect(200);
    // then
    await first.get('/api/session').expect(401);
    await second.get('/api/session').expect(401);
    // and enabling does not bring them back
    await yin.post(`/api/accounts/${jia.id}/enablement`).expect(200);
    await first.get('/api/session').expect(401);
    await server.signIn('jia');
  });

  it('ends the sessions of a person who leaves', async () => {
    const jia = await server.signIn('jia');
    const yin = await server.signIn('yin');
    await yin.put('/api/people/jia', { active: false }).expect(200);
    await jia.get('/api/session').expect(401);
    await tryAs('jia', PASSWORD).expect(401);
  });

  it('gives rights as they are now, not as they were at the sign-in', async () => {
    const jia = await server.signIn('jia');
    const yin = await server.signIn('yin');
    await jia.get('/api/accounts').expect(403);
    await yin.put('/api/people/jia', { roles: ['account-admin'] }).expect(200);
    await jia.get('/api/accounts').expect(200);
  });
});

describe('the lock after failures', () => {
  let server: TestApp;

  beforeEach(async () => {
    server = await startTestApp();
  });

  afterEach(() => server.drop());

  const tryAs = (name: string, password: string) => server.anonymous().post('/api/session').send({ name, password });
  const fail = async (name: string, times: number): Promise<void> => {
    for (let count = 0; count < times; count++) await tryAs(name, 'wrong').expect(401);
  };

  it('closes after five, also for the right password, and says how long', async () => {
    await fail('jia', 5);
    const reply = await tryAs('jia', PASSWORD).expect(429);
    expect(reply.body).toMatchObject({ code: 'account.TOO_MANY_ATTEMPTS', params: { retryAfterSeconds: 900 } });
    expect(reply.headers['retry-after']).toBe('900');
    server.clock.advance({ minutes: 15 });
    await server.signIn('jia');
  });

  it('closes unknown names alike', async () => {
    await fail('nobody', 5);
    await tryAs('nobody', 'wrong').expect(429);
  });

  it('takes spellings of one name as one', async () => {
    await fail('jia', 2);
    await fail(' JIA ', 2);
    await fail('ＪＩＡ', 1);
    await tryAs('jia', PASSWORD).expect(429);
  });

  it('doubles when it happens again', async () => {
    await fail('jia', 5);
    server.clock.advance({ minutes: 15 });
    await fail('jia', 5);
    const reply = await tryAs('jia', PASSWORD).expect(429);
    expect(reply.body.params.retryAfterSeconds).toBe(1_800);
  });

  it('lets no more through when all come at once', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, () => tryAs('jia', 'wrong')));
    const statuses = replies.map((reply) => reply.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  });

  it('is forgotten with a success', async () => {
    await fail('jia', 4);
    await server.signIn('jia');
    await fail('jia', 4);
    await server.signIn('jia');
  });

  it('is opened by an administrator', async () => {
    // given
    const yin = await server.signIn('yin');
    await fail('jia', 5);
    const accounts = await yin.get('/api/accounts?limit=200').expect(200);
    const jia = accounts.body.items.find((account: { name: string }) => account.name === 'jia');
    expect(jia.lockedUntil).toBe(server.clock.now().getTime() + 900_000);
    // when
    await yin.post(`/api/accounts/${jia.id}/unlock`).expect(200);
    // then
    await server.signIn('jia');
  });

  it('closes an address that tries many names', async () => {
    for (let count = 0; count < 50; count++) await tryAs(`name-${count}`, 'wrong').expect(401);
    await tryAs('jia', PASSWORD).expect(429);
    server.clock.advance({ hours: 1 });
    await server.signIn('jia');
  });
});

describe('passwords', () => {
  let server: TestApp;

  beforeAll(async () => {
    server = await startTestApp();
  });

  afterAll(() => server.drop());

  it('are changed by their owner, and other sessions end', async () => {
    // given
    const here = await server.signIn('bing');
    const elsewhere = await server.signIn('bing');
    // when
    await here.post('/api/session/password', { current: PASSWORD, next: 'Another-2026-word' }).expect(204);
    // then
    await here.get('/api/session').expect(200);
    await elsewhere.get('/api/session').expect(401);
    await server.signIn('bing', 'Another-2026-word');
  });

  it.each([
    ['wrong', 'Another-2026-word', 'account.PASSWORD_WRONG'],
    [PASSWORD, PASSWORD, 'account.PASSWORD_USED_BEFORE'],
    [PASSWORD, 'short', 'account.PASSWORD_WEAK'],
    [PASSWORD, 'alllowercaseletters', 'account.PASSWORD_WEAK'],
    [PASSWORD, 'Chengguan-2026-x', 'account.PASSWORD_WEAK'],
  ])('are not changed from %s to %s: %s', async (current, next, code) => {
    const zi = await server.signIn('zi');
    const reply = await zi.post('/api/session/password', { current, next }).expect(422);
    expect(reply.body.code).toBe(code);
    expect(JSON.stringify(reply.body)).not.toContain(next);
  });

  it('are set by an administrator for a new account', async () => {
    // given
    const yin = await server.signIn('yin');
    await yin.post('/api/people', { id: 'chen', name: '辰样例', unitId: 'squad-2', roles: ['handling-officer'] }).expect(201);
    // when
    await yin.post('/api/accounts', { personId: 'chen', name: 'Chen', password: 'Morning-2026-star' }).expect(201);
    // then
    const chen = await server.signIn('chen', 'Morning-2026-star');
    const reply = await chen.get('/api/session');
    expect(reply.body.person).toMatchObject({ id: 'chen', name: '辰样例' });
    const twice = await yin.post('/api/accounts', { personId: 'chen', name: 'CHEN', password: 'Morning-2026-star' }).expect(409);
    expect(twice.body.code).toBe('account.NAME_TAKEN');
  });

  it('of an administrator cannot be used to lock oneself out', async () => {
    const yin = await server.signIn('yin');
    const accounts = await yin.get('/api/accounts?limit=200');
    const own = accounts.body.items.find((account: { name: string }) => account.name === 'yin');
    const reply = await yin.post(`/api/accounts/${own.id}/disablement`).expect(409);
    expect(reply.body.code).toBe('account.OWN_ACCOUNT');
  });
});

describe('the log of accounts', () => {
  it('tells who did what, in ids, after it has happened', async () => {
    // given
    const server = await startTestApp();
    const yin = await server.signIn('yin');
    await yin.put('/api/people/jia', { roles: ['unit-head'] }).expect(200);
    for (let count = 0; count < 5; count++)
      await server.anonymous().post('/api/session').send({ name: 'mao', password: 'wrong' }).expect(401);
    // when
    await server.app.get(OutboxDispatcher).runDue();
    // then
    const told = server.logLines.map((line) => JSON.parse(line)).filter((line) => line.msg === 'audit');
    expect(told).toContainEqual(
      expect.objectContaining({ event: 'account.signedIn', payload: expect.objectContaining({ personId: 'yin' }) }),
    );
    expect(told).toContainEqual(expect.objectContaining({ event: 'account.locked' }));
    const change = told.find((line) => line.event === 'directory.personChanged');
    expect(change).toMatchObject({ actorId: 'yin', before: { roles: ['handling-officer'] }, after: { roles: ['unit-head'] } });
    expect(server.logLines.join('')).not.toMatch(/样例|wrong/);
    await server.drop();
  });
});

describe('a server that browsers reach by TLS', () => {
  it('uses a cookie that is bound to the host and secure', async () => {
    const server = await startTestApp({ FASHEN_PUBLIC_URL: 'https://fashen.example' });
    const reply = await server
      .anonymous()
      .post('/api/session')
      .set('Origin', 'https://fashen.example')
      .send({ name: 'jia', password: PASSWORD });
    expect(String(reply.headers['set-cookie'])).toMatch(/^__Host-fashen=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/);
    await server.anonymous().get('/api/session').set('Cookie', cookieOf(reply)).expect(200);
    await server.anonymous().get('/api/session').set('Cookie', cookieOf(reply).replace('__Host-', '')).expect(401);
    await server.drop();
  });
});

describe('production', () => {
  it('starts without the sample bureau and takes its first account by the token of the console', async () => {
    // given
    const server = await startTestApp({ FASHEN_MODE: 'production' });
    if (server.firstStart.kind !== 'setup') throw new Error('a production server asks for its first account');
    const { token } = server.firstStart;
    const setup = { token, bureauName: '某市城管局', personId: 'gao', personName: '高某', name: 'gao', password: 'Mountain-2026-x' };
    await server.anonymous().post('/api/session').send({ name: 'jia', password: PASSWORD }).expect(401);
    // when
    await server
      .anonymous()
      .post('/api/setup')
      .send({ ...setup, token: 'guessed' })
      .expect(403);
    await server
      .anonymous()
      .post('/api/setup')
      .send({ ...setup, password: 'weak' })
      .expect(422);
    await server.anonymous().post('/api/setup').send(setup).expect(201);
    // then
    const gao = await server.signIn('gao', setup.password);
    const reply = await gao.get('/api/session');
    expect(reply.body.person.roles).toEqual(['account-admin', 'operator']);
    await server
      .anonymous()
      .post('/api/setup')
      .send({ ...setup, personId: 'zwei', name: 'zwei' })
      .expect(404);
    await server.drop();
  });

  it('has no setup in sample mode', async () => {
    const server = await startTestApp();
    const setup = { token: 'x', bureauName: 'x', personId: 'gao', personName: 'x', name: 'gao', password: 'Mountain-2026-x' };
    await server.anonymous().post('/api/setup').send(setup).expect(404);
    await server.drop();
  });
});
