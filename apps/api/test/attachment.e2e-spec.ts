import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Definitions, systemActor, UnitOfWork } from '@fashen/plugin-api';
import type { Response } from 'supertest';
import { badFiles, goodFiles } from './sample-files';
import { type Person, startTestApp, type TestApp } from './test-app';

const pdf = (content = ''): { name: string; content: Buffer } => ({ name: '证据.pdf', content: Buffer.from(`%PDF-1.7\n${content}`) });
const codeOf = (reply: Response): string => String(reply.body.code).replace('attachment.', '');

async function startWithProcess(settings: Record<string, string> = {}): Promise<TestApp> {
  const server = await startTestApp(settings);
  const xml = await readFile(join(__dirname, 'two-desks.bpmn'), 'utf8');
  const context = { actor: systemActor, now: server.clock.now(), locale: 'zh-CN', requestId: 'test' } as const;
  await server.app.get(UnitOfWork).run(context, (tx) => server.app.get(Definitions).publish(tx, { xml, reason: '试用' }));
  return server;
}

async function startCase(person: Person): Promise<string> {
  const reply = await person.post('/api/cases', { definitionKey: 'two-desks', title: '占道经营' }).expect(201);
  return reply.body.id;
}

async function filesOf(server: TestApp): Promise<readonly string[]> {
  const entries = await readdir(server.files, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

describe('files of a case', () => {
  let server: TestApp;
  let jia: Person;
  let mao: Person;
  let caseId: string;

  beforeAll(async () => {
    server = await startWithProcess();
    jia = await server.signIn('jia');
    mao = await server.signIn('mao');
    caseId = await startCase(jia);
  });

  afterAll(() => server.drop());

  const binary = (response: Response, done: (error: Error | null, body: Buffer) => void): void => {
    const parts: Buffer[] = [];
    response.on('data', (part: Buffer) => parts.push(part));
    response.on('end', () => done(null, Buffer.concat(parts)));
  };

  it.each(goodFiles)('come back as they went: $name', async ({ name, content, mediaType }) => {
    // when
    const added = await jia.upload(`/api/cases/${caseId}/attachments`, { name, content }, { category: 'evidence' }).expect(201);
    // then
    const sha256 = createHash('sha256').update(content).digest('hex');
    const sm3 = createHash('sm3').update(content).digest('hex');
    expect(added.body).toMatchObject({
      name,
      mediaType,
      size: content.length,
      sha256,
      sm3,
      category: 'evidence',
      addedBy: 'jia',
      addedByName: '甲样例',
    });
    const list = await jia.get(`/api/cases/${caseId}/attachments`).expect(200);
    expect(list.body.items).toContainEqual(added.body);
    const download = await jia.get(`/api/attachments/${added.body.id}/content`).buffer(true).parse(binary).expect(200);
    expect(download.body).toEqual(content);
    expect(download.headers).toMatchObject({
      'content-type': mediaType,
      'content-length': String(content.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, no-store',
    });
    expect(download.headers['content-disposition']).toMatch(/^attachment; /);
    expect(decodeURIComponent(String(download.headers['content-disposition']).split("''")[1] ?? '')).toBe(name);
  });

  it.each(badFiles)('are refused: $what ($code)', async ({ name, content, code }) => {
    // given
    const before = await filesOf(server);
    // when
    const reply = await jia.upload(`/api/cases/${caseId}/attachments`, { name, content });
    // then
    expect({ status: reply.status, code: codeOf(reply) }).toEqual({ status: 422, code });
    expect(await filesOf(server)).toEqual(before);
  });

  it.each([
    '../../../etc/passwd.pdf',
    '..\\..\\windows\\a.pdf',
    '/etc/cron.d/a.pdf',
    'a\u202Efdp.exe.pdf',
    'a";\r\nSet-Cookie: x=1;.pdf',
    'CON.pdf',
    `${'长'.repeat(300)}.pdf`,
    '<img src=x onerror=alert(1)>.pdf',
    '%2e%2e%2f%2e%2e%2fa.pdf',
    '....//....//a.pdf',
  ])('lie under their hash, whatever they are called: %j', async (name) => {
    // when
    const { content } = pdf(name);
    const reply = await jia.upload(`/api/cases/${caseId}/attachments`, { name, content }).expect(201);
    // then
    expect(reply.body.name).not.toMatch(/[\\/\p{Cc}\p{Cf}]/u);
    expect([...reply.body.name].length).toBeLessThanOrEqual(150);
    expect((await filesOf(server)).filter((file) => !/^[0-9a-f]{64}$/.test(file))).toEqual([]);
    const download = await jia.get(`/api/attachments/${reply.body.id}/content`).expect(200);
    expect(download.headers['set-cookie']).toBeUndefined();
  });

  it('exist once on disk, however often they are added', async () => {
    const path = `/api/cases/${caseId}/attachments`;
    const first = await jia.upload(path, pdf('twice')).expect(201);
    const before = await filesOf(server);
    const second = await jia.upload(path, pdf('twice')).expect(201);
    expect(second.body.id).not.toBe(first.body.id);
    expect(await filesOf(server)).toEqual(before);
  });

  it('are added once when the request is repeated with its key', async () => {
    const path = `/api/cases/${caseId}/attachments`;
    const before = (await jia.get(path)).body.items.length;
    const first = await jia.upload(path, pdf('key')).set('Idempotency-Key', 'upload-1').expect(201);
    const again = await jia.upload(path, pdf('key')).set('Idempotency-Key', 'upload-1').expect(201);
    expect(again.body).toEqual(first.body);
    expect((await jia.get(path)).body.items).toHaveLength(before + 1);
  });

  it('stand in the record of the case with both hashes', async () => {
    const added = await jia.upload(`/api/cases/${caseId}/attachments`, pdf('record')).expect(201);
    const record = await jia.get(`/api/cases/${caseId}/record?limit=200`).expect(200);
    const entry = record.body.items.find((one: { payload: { attachmentId?: string } }) => one.payload.attachmentId === added.body.id);
    expect(entry).toMatchObject({ act: 'attachment.added', actorId: 'jia', payload: { sha256: added.body.sha256, sm3: added.body.sm3 } });
  });

  it('are added by those who take part; who may only read is told so', async () => {
    // given
    const head = await server.signIn('ji');
    const before = await filesOf(server);
    // when
    const refused = await head.upload(`/api/cases/${caseId}/attachments`, pdf('reader')).expect(403);
    // then
    expect(refused.body.code).toBe('case-file.NOT_TAKING_PART');
    expect(await filesOf(server)).toEqual(before);
    expect((await head.get(`/api/cases/${caseId}/attachments`).expect(200)).body).toMatchObject({ mayAdd: false });
    expect((await jia.get(`/api/cases/${caseId}/attachments`).expect(200)).body).toMatchObject({ mayAdd: true });
  });

  it('do not exist for people outside the case, and the answer is that of a case that does not exist', async () => {
    // given
    const added = await jia.upload(`/api/cases/${caseId}/attachments`, pdf('foreign')).expect(201);
    const before = await filesOf(server);
    // when
    const replies = await Promise.all([
      mao.get(`/api/cases/${caseId}/attachments`),
      mao.get(`/api/cases/${'0'.repeat(36)}/attachments`),
      mao.upload(`/api/cases/${caseId}/attachments`, pdf('intruder')),
      mao.upload(`/api/cases/${'0'.repeat(36)}/attachments`, pdf('intruder')),
    ]);
    const contents = await Promise.all([
      mao.get(`/api/attachments/${added.body.id}/content`),
      mao.get(`/api/attachments/${'0'.repeat(36)}/content`),
    ]);
    // then
    expect(replies.map((reply) => reply.status)).toEqual([404, 404, 404, 404]);
    expect(new Set(replies.map((reply) => reply.body.code)).size).toBe(1);
    expect(contents.map((reply) => `${reply.status} ${codeOf(reply)}`)).toEqual(['404 MISSING', '404 MISSING']);
    expect(await filesOf(server)).toEqual(before);
  });

  it('need the field "file" and a known category', async () => {
    const path = `/api/cases/${caseId}/attachments`;
    expect(codeOf(await jia.post(path, {}).expect(400))).toBe('NO_FILE');
    const odd = await jia.upload(path, pdf(), { category: 'gossip' }).expect(400);
    expect(odd.body.code).toBe('api.INPUT_INVALID');
    const more = await jia.upload(path, pdf(), { category: 'evidence', addedBy: 'yi' }).expect(400);
    expect(more.body.params.issues).toEqual([{ path: 'addedBy', code: 'unrecognized_keys' }]);
  });

  it('are not added to a case that has ended', async () => {
    // given
    const ended = await startCase(jia);
    const xin = await server.signIn('xin');
    await xin.post(`/api/cases/${ended}/termination`, { reason: '重复立案' }).expect(200);
    // when
    const reply = await jia.upload(`/api/cases/${ended}/attachments`, pdf()).expect(409);
    // then
    expect(codeOf(reply)).toBe('CASE_CLOSED');
    await jia.get(`/api/cases/${ended}/attachments`).expect(200);
  });
});

describe('limits of files', () => {
  it('stop a file that is too large, a case that has too many, and a case that is full', async () => {
    // given
    const server = await startWithProcess({
      FASHEN_ATTACHMENT_MAX_FILE_MEGABYTES: '0.1',
      FASHEN_ATTACHMENT_MAX_FILES_PER_CASE: '3',
      FASHEN_ATTACHMENT_MAX_CASE_MEGABYTES: '0.15',
    });
    const jia = await server.signIn('jia');
    const caseId = await startCase(jia);
    const add = (size: number) => jia.upload(`/api/cases/${caseId}/attachments`, pdf('x'.repeat(size)));
    // when
    const large = await add(110_000);
    const first = await add(90_000);
    const full = await add(90_000);
    const small = [await add(100), await add(101)];
    const many = await add(102);
    const files = await filesOf(server);
    await server.drop();
    // then
    expect([large, full, many].map((reply) => `${reply.status} ${codeOf(reply)}`)).toEqual([
      '422 TOO_LARGE',
      '422 CASE_FULL',
      '422 TOO_MANY',
    ]);
    expect([first, ...small].map((reply) => reply.status)).toEqual([201, 201, 201]);
    expect(files).toHaveLength(3);
  });
});
