import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { type OpenDatabase, migrate } from '@fashen/database';
import { createPluginHost } from '@fashen/engine';
import { createTestPlace, FixedClock, openTestDatabase } from '@fashen/testing';
import { apiPlugin } from '../src/api.plugin';
import { BundledCalendars } from '../src/boot/bundled-calendars';
import { BundledPeriods } from '../src/boot/bundled-periods';
import { BundledProcesses } from '../src/boot/bundled-processes';
import { type FirstStart, FirstStartService } from '../src/boot/first-start';
import { readConfig } from '../src/config';
import { createApp } from '../src/create-app';
import { createLog } from '../src/log';
import { plugins } from '../src/plugins';

export const PASSWORD = 'Probe-2026-bureau';

/** The whole server over a database of its own, with a clock that the test moves. */
export interface TestApp {
  readonly app: NestExpressApplication;
  readonly clock: FixedClock;
  readonly database: OpenDatabase;
  readonly firstStart: FirstStart;
  /** What the log has said so far, one JSON text per line. */
  readonly logLines: readonly string[];
  /** Folder of the attachments. */
  readonly files: string;
  /** Requests of nobody. */
  anonymous(): ReturnType<typeof request>;
  signIn(name: string, password?: string): Promise<Person>;
  drop(): Promise<void>;
}

/** Somebody who is signed in. */
export class Person {
  constructor(
    private readonly server: TestApp,
    readonly cookie: string,
    readonly csrfToken: string,
  ) {}

  get(path: string): request.Test {
    return this.server.anonymous().get(path).set('Cookie', this.cookie);
  }

  post(path: string, body: object = {}): request.Test {
    return this.sending(this.server.anonymous().post(path)).send(body);
  }

  put(path: string, body: object): request.Test {
    return this.sending(this.server.anonymous().put(path)).send(body);
  }

  delete(path: string): request.Test {
    return this.sending(this.server.anonymous().delete(path));
  }

  upload(path: string, file: { readonly name: string; readonly content: Buffer }, fields: Record<string, string> = {}): request.Test {
    const sent = this.sending(this.server.anonymous().post(path)).attach('file', file.content, { filename: file.name });
    for (const [name, value] of Object.entries(fields)) void sent.field(name, value);
    return sent;
  }

  private sending(test: request.Test): request.Test {
    return test.set('Cookie', this.cookie).set('x-csrf-token', this.csrfToken);
  }
}

/** Starts the server. `settings` are environment variables. Call `drop` afterwards. */
export async function startTestApp(settings: Readonly<Record<string, string>> = {}, withProcesses = false): Promise<TestApp> {
  const place = await createTestPlace();
  const files = await mkdtemp(join(tmpdir(), 'fashen-files-'));
  const config = readConfig(plugins, {
    FASHEN_SAMPLE_PASSWORD: PASSWORD,
    FASHEN_ATTACHMENT_DIRECTORY: files,
    FASHEN_DATABASE_URL: place.url,
    ...settings,
  });
  const host = createPluginHost([apiPlugin, ...plugins]);
  const database = await openTestDatabase(place, { entities: host.entities, migrations: host.migrations });
  await migrate(database);
  const logLines: string[] = [];
  const log = createLog('info', { write: (line) => void logLines.push(line) });
  const clock = new FixedClock();
  const app = await createApp({ config, host, database, log, clock, runsWork: false });
  await app.listen(0, '127.0.0.1');
  const firstStart = await app.get(FirstStartService).run();
  await app.get(BundledCalendars).publishMissing();
  await app.get(BundledPeriods).publishMissing();
  if (withProcesses) await app.get(BundledProcesses).publishMissing(join(__dirname, '../../../processes'));

  const drop = async (): Promise<void> => {
    await app.close();
    await database.dataSource.destroy();
    await place.remove();
    await rm(files, { recursive: true, force: true });
  };
  const test: TestApp = { app, clock, database, firstStart, logLines, files, anonymous: () => request(app.getHttpServer()), signIn, drop };
  async function signIn(name: string, password: string = PASSWORD): Promise<Person> {
    const reply = await test.anonymous().post('/api/session').send({ name, password }).expect(200);
    return new Person(test, cookieOf(reply), reply.body.csrfToken);
  }
  return test;
}

/** The session cookie of an answer, as a browser would send it back. */
export function cookieOf(reply: request.Response): string {
  const [header = ''] = [reply.headers['set-cookie'] ?? []].flat();
  return header.split(';')[0] ?? '';
}
