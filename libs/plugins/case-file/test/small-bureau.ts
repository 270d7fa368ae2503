import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { PersonRegistry, sampleBureau } from '@fashen/plugins/directory/model';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { createTestApp, type TestApp } from '@fashen/testing';

/** An app with the sample bureau and the process of `case-file.bpmn`. */
export async function openBureau(config: Record<string, unknown> = {}): Promise<TestApp> {
  const app = await createTestApp({ plugins: [directoryPlugin, formPlugin, caseFilePlugin, assignmentPlugin], config });
  const registry = app.get(PersonRegistry);
  await app.as('setup').run(async (tx) => {
    for (const unit of sampleBureau.units) await registry.addUnit(tx, unit);
    for (const person of sampleBureau.persons) await registry.addPerson(tx, person);
  });
  await app.publish(await drawing());
  return app;
}

/** The process of `case-file.bpmn`, as text. */
export function drawing(): Promise<string> {
  return readFile(join(__dirname, 'case-file.bpmn'), 'utf8');
}
