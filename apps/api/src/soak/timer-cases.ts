import { NestFactory } from '@nestjs/core';
import { Definitions, Directory, Instances, type RequestContext, systemActor, UnitOfWork } from '@fashen/plugin-api';
import { newId, openDatabase } from '@fashen/database';
import { createPluginHost, EngineModule, MachineClock } from '@fashen/engine';
import { plugins } from '../plugins';

const KEY = 'timer-sample';
const CASES_PER_UNIT = 20;

/** A case that waits for a moment, then for a person. */
const drawing = `<?xml version="1.0" encoding="UTF-8"?>
<definitions id="timer_sample" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:assignment="urn:fashen:assignment:1.0" targetNamespace="urn:fashen:samples">
<process id="${KEY}" name="同时到期" isExecutable="true"><startEvent id="s"/>
<intermediateCatchEvent id="moment"><timerEventDefinition><timeDate xsi:type="tFormalExpression">= moment</timeDate></timerEventDefinition></intermediateCatchEvent>
<userTask id="A" name="A"><extensionElements><assignment:assignment kind="starter"/></extensionElements></userTask><endEvent id="e"/>
<sequenceFlow id="s_m" sourceRef="s" targetRef="moment"/><sequenceFlow id="m_A" sourceRef="moment" targetRef="A"/><sequenceFlow id="A_e" sourceRef="A" targetRef="e"/></process></definitions>`;

/** Starts so many cases in a database that a server has set up and that is at rest; their timers are all due at the same moment, which is past. */
export async function startTimerCases(url: string, amount: number): Promise<void> {
  const host = createPluginHost(plugins);
  const database = await openDatabase({ url, entities: host.entities, migrations: host.migrations, acceptUnsafe: true });
  const app = await NestFactory.createApplicationContext(EngineModule.forRoot({ host, database, runsWork: false }), { logger: ['error'] });
  try {
    const [units, instances] = [app.get(UnitOfWork), app.get(Instances)];
    const clock = new MachineClock();
    const context = (actor = systemActor): RequestContext => ({ actor, now: clock.now(), locale: 'zh-CN', requestId: newId() });
    await units.run(context(), (tx) => app.get(Definitions).publish(tx, { xml: drawing, reason: 'soak' }));
    const actor = await units.read(context(), (tx) => app.get(Directory).actor(tx, 'jia'));
    const variables = { moment: new Date(clock.now().getTime() - 1_000).toISOString() };
    for (let begun = 0; begun < amount; begun += CASES_PER_UNIT) {
      await units.run(context(actor), async (tx) => {
        for (let number = begun; number < Math.min(amount, begun + CASES_PER_UNIT); number += 1)
          await instances.start(tx, { definitionKey: KEY, businessKey: `timer-${number}`, title: '同时到期', variables });
      });
    }
  } finally {
    await app.close();
    await database.dataSource.destroy();
  }
}
