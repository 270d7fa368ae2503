import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { definePlugin, type JobHandler, Jobs, type Tx, UnitOfWork } from '@fashen/plugin-api';
import { migrate, openDatabase } from '@fashen/database';
import { createPluginHost, EngineModule, JobRunner } from '@fashen/engine';
import { FixedClock, testContext } from '@fashen/testing';

// A node whose jobs are sound but one, which ends the process: `<database url> <ISO time> <jobs to add>`.
const [url = '', time = '', amount = '0'] = process.argv.slice(2);
const done: string[] = [];

class DeadlyJob implements JobHandler {
  readonly type = 'poison.deadly';

  async run(): Promise<void> {
    process.kill(process.pid, 'SIGKILL');
  }
}

class SoundJob implements JobHandler<{ number: number }> {
  readonly type = 'poison.sound';

  async run(_tx: Tx, { number }: { number: number }): Promise<void> {
    done.push(String(number));
  }
}

const none = { errors: {}, ui: {}, modeler: {}, lint: {} };
const host = createPluginHost([definePlugin({ id: 'poison', jobs: [DeadlyJob, SoundJob], messages: { 'zh-CN': none, en: none } })]);

async function main(): Promise<void> {
  const { entities, migrations } = host;
  const database = await openDatabase({ url, entities, migrations, acceptUnsafe: true });
  await migrate(database);
  const clock = new FixedClock(new Date(time));
  const module = EngineModule.forRoot({ host, database, clock, config: {}, runsWork: false });
  const app = await NestFactory.createApplicationContext(module, { logger: false });
  const [units, jobs] = [app.get(UnitOfWork), app.get(Jobs)];
  const context = testContext('jia', { now: clock.now() });
  await units.run(context, async (tx) => {
    const half = Number(amount) / 2;
    for (let number = 0; number < half; number += 1) await jobs.add(tx, { type: 'poison.sound', payload: { number } });
    if (half > 0) await jobs.add(tx, { type: 'poison.deadly', payload: {} });
    for (let number = half; number < 2 * half; number += 1) await jobs.add(tx, { type: 'poison.sound', payload: { number } });
  });
  await app.get(JobRunner).runDue();
  const { items } = await units.read(context, (tx) => jobs.incidents(tx, {}));
  process.stdout.write(`incidents ${JSON.stringify(items.map(({ type, attempts, error }) => ({ type, attempts, error })))}\n`);
  process.stdout.write(`done ${done.join()}\n`);
  await app.close();
  await database.dataSource.destroy();
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exitCode = 1;
});
