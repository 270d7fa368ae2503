import { mkdtemp, rm, writeFile, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import request from 'supertest';
import { openDatabase } from '@fashen/database';
import { type Child, ChildProgram, createTestPlace, type TestPlace } from '@fashen/testing';
import { CommandLog } from '../src/soak/command-log';
import { penaltyStart } from '../src/soak/penalty-driver';
import { PersonClient } from '../src/soak/person-client';
import { cookieOf, PASSWORD } from './test-app';

describe('the server as a process', () => {
  let program: ChildProgram;
  let verifier: ChildProgram;
  let folder: string;
  let place: TestPlace;

  beforeAll(async () => {
    [program, verifier] = await Promise.all([
      ChildProgram.build('apps/api/src/main.ts'),
      ChildProgram.build('apps/api/src/verify-record.ts'),
    ]);
  });

  afterAll(async () => {
    await program.dispose();
    await verifier.dispose();
  });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'fashen-process-'));
    place = await createTestPlace();
  });

  afterEach(async () => {
    await place.remove();
    await rm(folder, { recursive: true, force: true });
  });

  const settings = (more: Record<string, string> = {}): Record<string, string> => ({
    FASHEN_DATABASE_URL: place.url,
    FASHEN_DATABASE_ACCEPT_UNSAFE: 'yes',
    FASHEN_ATTACHMENT_DIRECTORY: join(folder, 'files'),
    FASHEN_PROCESSES_DIRECTORY: join(folder, 'none'),
    FASHEN_SAMPLE_PASSWORD: PASSWORD,
    FASHEN_PORT: '0',
    ...more,
  });
  const start = async (more: Record<string, string> = {}): Promise<{ child: Child; url: string }> => {
    const child = program.start([], settings(more));
    const line = await child.line('  法审 Fashen');
    return { child, url: line.split(/\s+/).at(-1) ?? '' };
  };
  const stop = async (child: Child): Promise<void> => {
    process.kill(child.pid, 'SIGTERM');
    expect(await child.end()).toMatchObject({ code: 0, signal: null });
  };

  it('says how to sign in at the first start, stops cleanly, and goes on where it was', async () => {
    // given
    const first = await start();
    await first.child.line('  密码 password');
    const reply = await request(first.url).post('/api/session').send({ name: 'jia', password: PASSWORD }).expect(200);
    await stop(first.child);
    // when
    const second = await start();
    // then
    await request(second.url).get('/api/session').set('Cookie', cookieOf(reply)).expect(200);
    await stop(second.child);
    const said = (await second.child.end()).lines.join('\n');
    expect(said).toContain('密码在首次启动时显示过');
    expect(said).not.toContain(PASSWORD);
  });

  it('is told to stop by Ctrl-C as well', async () => {
    const { child } = await start();
    process.kill(child.pid, 'SIGINT');
    expect(await child.end()).toMatchObject({ code: 0 });
  });

  it('survives its sudden death', async () => {
    const first = await start();
    const reply = await request(first.url).post('/api/session').send({ name: 'jia', password: PASSWORD }).expect(200);
    await first.child.kill();
    const second = await start();
    await request(second.url).get('/api/session').set('Cookie', cookieOf(reply)).expect(200);
    await stop(second.child);
  });

  it('names all wrong settings at once and does not start', async () => {
    const end = await program.start([], settings({ FASHEN_PORT: 'many', FASHEN_ACCOUNT_IDLE_MINUTES: '0', FASHEN_NOTHING: '1' })).end();
    expect(end.code).toBe(1);
    for (const name of ['FASHEN_PORT', 'FASHEN_ACCOUNT_IDLE_MINUTES', 'FASHEN_NOTHING']) expect(end.complaints).toContain(name);
  });

  it('answers nobody when it runs jobs only', async () => {
    const { child, url } = await start({ FASHEN_ROLES: 'jobs' });
    expect(url).toBe('only)');
    await stop(child);
  });

  it('serves the browser application at every address inside it', async () => {
    // given: the bundle looks for it beside its own folder
    const web = join(folder, 'web');
    await mkdir(join(web, 'assets'), { recursive: true });
    await writeFile(join(web, 'index.html'), '<!doctype html><title>法审</title>');
    await writeFile(join(web, 'assets', 'app-1234.js'), 'export {};');
    const { child, url } = await start({ FASHEN_WEB_DIRECTORY: web });
    // when
    const page = await request(url).get('/cases/0192/record').expect(200);
    const file = await request(url).get('/assets/app-1234.js').expect(200);
    // then
    expect(page.text).toContain('法审');
    expect(page.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-type': 'text/html; charset=utf-8' });
    expect(file.headers['cache-control']).toContain('immutable');
    await request(url).get('/assets/missing.js').expect(404);
    const unknown = await request(url).get('/api/nothing').expect(404);
    expect(unknown.body.code).toBe('api.NOT_FOUND');
    await request(url).post('/cases').expect(404);
    for (const path of ['/..%2f..%2fetc/passwd', '/assets/..%2f..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd'])
      expect((await request(url).get(path)).text).not.toContain('root:');
    await stop(child);
  });

  it('has its record checked while it runs', async () => {
    const { child } = await start();
    const check = await verifier.start([], settings()).end();
    expect(check).toMatchObject({ code: 0, lines: ['The record holds: 0 rows of 0 cases.'] });
    await stop(child);
  });

  it('has its record played from the start while it runs', async () => {
    // given: a case of a bundled process
    const { child, url } = await start({ FASHEN_PROCESSES_DIRECTORY: join(__dirname, '../../../processes') });
    const jia = await PersonClient.signIn('jia', PASSWORD, () => url);
    const sent = new CommandLog().add({ personId: 'jia', expectedAct: 'engine.instanceStarted' });
    const { body } = await jia.command(sent, '/cases', { definitionKey: 'penalty-ordinary', title: '样例', data: penaltyStart });
    // when
    const sound = await verifier.start(['--replay', String(body['id'])], settings()).end();
    await stop(child);
    const database = await openDatabase({ url: place.url, entities: [], migrations: [], acceptUnsafe: true });
    await database.dataSource.query("UPDATE engine_instance SET variables = '{}'");
    await database.dataSource.destroy();
    const damaged = await verifier.start(['--replay'], settings()).end();
    // then
    expect(sound).toMatchObject({ code: 0, complaints: '' });
    expect(sound.lines.at(-1)).toBe('Played from the start, the record leads to the stored case every time.');
    expect(damaged.code).toBe(1);
    expect(damaged.lines.at(-1)).toBe(`BROKEN: I5: the record of ${String(body['id'])} leads to variables other than stored`);
  });
});
