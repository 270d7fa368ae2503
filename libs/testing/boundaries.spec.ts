import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const IMPORTS = '@typescript-eslint/no-restricted-imports';
const PROJECTS = '@nx/enforce-module-boundaries';
const HABITS = 'no-restricted-syntax';

interface Sample {
  readonly path: string;
  readonly text: string;
}

interface Verdict {
  readonly path: string;
  readonly rules: readonly string[];
}

/** Each line is wrong where it stands; the rule that says so. */
const REFUSED: readonly (readonly [path: string, text: string, rule: string])[] = [
  ['libs/plugins/directory/server/planted.ts', `import { engine } from '@fashen/engine';`, IMPORTS],
  ['libs/plugins/directory/server/planted.ts', `import { data } from '@fashen/database';`, IMPORTS],
  ['libs/plugins/directory/server/planted.ts', `import { plugin } from '@fashen/plugins/account/server';`, IMPORTS],
  ['libs/plugins/directory/server/planted.ts', `import { InjectRepository } from '@nestjs/typeorm';`, IMPORTS],
  ['libs/plugins/directory/server/planted.ts', `import { DataSource } from 'typeorm';`, IMPORTS],
  ['libs/plugins/directory/server/planted.ts', `import { Page } from '../web/page';`, IMPORTS],
  ['libs/plugins/directory/server/planted.ts', `import { Engine } from 'bpmn-engine';`, IMPORTS],
  ['libs/plugins/directory/server/planted.ts', `import { app } from '@fashen/testing';`, IMPORTS],
  ['libs/plugins/directory/server/planted.ts', `import { tally } from '../../account/model';`, PROJECTS],
  ['libs/plugins/directory/model/planted.ts', `import { Injectable } from '@nestjs/common';`, IMPORTS],
  ['libs/plugins/directory/model/planted.ts', `import { Column } from 'typeorm';`, IMPORTS],
  ['libs/plugins/directory/model/planted.ts', `import { useState } from 'react';`, IMPORTS],
  ['libs/plugins/directory/model/planted.ts', `import { readFile } from 'node:fs/promises';`, IMPORTS],
  ['libs/plugins/directory/model/planted.ts', `import { service } from '../server/directory.service';`, IMPORTS],
  ['libs/plugins/directory/model/lint/planted.ts', `import { service } from '../../server/directory.service';`, IMPORTS],
  ['libs/plugins/directory/web/planted.tsx', `import { service } from '../server/directory.service';`, IMPORTS],
  ['libs/plugins/directory/web/planted.tsx', `import { Column } from 'typeorm';`, IMPORTS],
  ['libs/plugins/directory/web/planted.tsx', `import { Allow } from '@fashen/plugin-api/server';`, IMPORTS],
  ['libs/plugins/directory/modeler/planted.tsx', `import { plugin } from '@fashen/plugins/account/server';`, IMPORTS],
  ['libs/plugins/directory/test/planted.e2e-spec.ts', `import { engine } from '@fashen/engine';`, IMPORTS],
  ['libs/engine/planted.ts', `import { rules } from '@fashen/plugins/directory/model';`, IMPORTS],
  ['libs/engine/planted.ts', `import { rules } from '@fashen/plugins/directory/model';`, PROJECTS],
  ['libs/database/planted.ts', `import { engine } from '@fashen/engine';`, IMPORTS],
  ['libs/plugin-api/planted.ts', `import { rules } from '@fashen/plugins/directory/model';`, PROJECTS],
  ['libs/plugin-api/planted.ts', `import { Injectable } from '@nestjs/common';`, IMPORTS],
  ['libs/plugin-api/planted.ts', `import { Column } from 'typeorm';`, IMPORTS],
  ['libs/testing/planted.ts', `import { rules } from '@fashen/plugins/directory/model';`, PROJECTS],
  ['libs/ui/planted.ts', `import { rules } from '@fashen/plugins/directory/model';`, PROJECTS],
  ['apps/api/src/planted.ts', `import { Page } from '@fashen/plugins/directory/web';`, IMPORTS],
  ['apps/web/src/planted.ts', `import { plugin } from '@fashen/plugins/directory/server';`, IMPORTS],
  ['apps/web/src/planted.ts', `import { engine } from '@fashen/engine';`, IMPORTS],
  ['libs/plugins/directory/server/planted.service.ts', `export const a = (tx: { manager: object }): object => tx.manager;`, HABITS],
  ['libs/plugins/directory/server/planted.ts', `export const now = new Date();`, HABITS],
  ['libs/plugins/directory/server/planted.ts', `export const now = Date.now();`, HABITS],
  ['libs/plugins/directory/server/planted.ts', `export const home = process.env.HOME;`, HABITS],
  ['apps/api/src/planted.ts', `export const home = process.env.HOME;`, HABITS],
  ['libs/engine/planted.ts', `export default 1;`, HABITS],
  ['libs/engine/planted.ts', `export * from './other';`, HABITS],
  ['libs/engine/planted.ts', `console.log('here');`, 'no-console'],
  ['libs/engine/planted.ts', `export const a: any = 1;`, '@typescript-eslint/no-explicit-any'],
];

/** Each line is right where it stands. */
const ALLOWED: readonly (readonly [path: string, text: string])[] = [
  ['libs/plugins/case-file/server/planted.ts', `import { a } from '@fashen/plugins/directory/model';\nexport const b = a;`],
  ['libs/plugins/case-file/server/planted.ts', `import { Allow } from '@fashen/plugin-api/server';\nexport const b = Allow;`],
  ['libs/plugins/case-file/server/planted.ts', `import { a } from '../model';\nexport const b = a;`],
  ['libs/plugins/case-file/server/planted.ts', `export const readTime = (text: string): Date => new Date(text);`],
  ['libs/plugins/case-file/server/planted.repository.ts', `export const a = (tx: { manager: object }): object => tx.manager;`],
  ['libs/plugins/case-file/model/planted.ts', `import { definePlugin } from '@fashen/plugin-api';\nexport const b = definePlugin;`],
  ['libs/plugins/case-file/web/planted.tsx', `import { a } from '@fashen/ui';\nexport const b = a;`],
  ['libs/plugins/case-file/model/planted.rules.spec.ts', `import { a } from '@fashen/testing';\nexport const b = a;`],
  ['libs/engine/test/planted.e2e-spec.ts', `import { a } from '@fashen/testing';\nexport const b = a;`],
  ['libs/plugins/case-file/test/planted.e2e-spec.ts', `import { a } from '@fashen/plugins/directory/server';\nexport const b = a;`],
  ['processes/penalty-ordinary/planted.process-spec.ts', `import { a } from '@fashen/testing';\nexport const b = a;`],
  ['processes/penalty-ordinary/planted.process-spec.ts', `import { a } from '@fashen/plugins/directory/server';\nexport const b = a;`],
  ['apps/web/src/planted.tsx', `import '../../../libs/ui/ui.css';`],
  ['apps/api/src/config.ts', `export const home = process.env.HOME;`],
];

function lint(samples: readonly Sample[]): readonly Verdict[] {
  const program = join(ROOT, '.workspace/lint-text.mjs');
  const result = spawnSync(process.execPath, [program], { cwd: ROOT, input: JSON.stringify(samples), encoding: 'utf8', timeout: 120_000 });
  if (result.status !== 0) throw new Error(result.stderr);
  return JSON.parse(result.stdout) as readonly Verdict[];
}

describe('the import rules and habits', () => {
  let verdicts: readonly Verdict[];

  beforeAll(() => {
    verdicts = lint([...REFUSED, ...ALLOWED].map(([path, text]) => ({ path, text })));
  }, 120_000);

  it.each(REFUSED.map((sample, index) => [...sample, index] as const))('refuse in %s: %s (%s)', (_path, _text, rule, index) => {
    expect(verdicts[index]?.rules).toContain(rule);
  });

  it.each(ALLOWED.map((sample, index) => [...sample, REFUSED.length + index] as const))('allow in %s: %s', (_path, _text, index) => {
    expect(verdicts[index]?.rules).toEqual([]);
  });
});
