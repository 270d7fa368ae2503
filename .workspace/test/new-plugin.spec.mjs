import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { copyWorkspace } from './workspace-copy.mjs';

const ID = 'planted-idea';
const PLACE = `libs/plugins/${ID}`;
const bin = (path) => join('node_modules', path);

describe('a new plugin', () => {
  let workspace;

  beforeAll(() => {
    workspace = copyWorkspace();
    const made = workspace.run('.workspace/new-plugin.mjs', ID);
    expect(made).toMatchObject({ code: 0 });
  });

  afterAll(() => workspace?.remove());

  it('has its own names everywhere', () => {
    const plugin = readFileSync(join(workspace.folder, PLACE, `server/${ID}.plugin.ts`), 'utf8');
    expect(plugin).toContain('export const plantedIdeaPlugin = definePlugin');
    expect(plugin).not.toMatch(/sample/i);
  });

  it('is listed by the server', () => {
    const list = join(workspace.folder, 'apps/api/src/plugins.ts');
    expect(existsSync(list)).toBe(true);
    expect(readFileSync(list, 'utf8')).toContain(`import { plantedIdeaPlugin } from '@fashen/plugins/${ID}/server';`);
  });

  it('is formatted and passes the linter', () => {
    expect(workspace.run(bin('prettier/bin/prettier.cjs'), '--check', PLACE, 'apps/api/src/plugins.ts')).toMatchObject({ code: 0 });
    expect(workspace.run('.workspace/project-graph.mjs')).toMatchObject({ code: 0 });
    expect(workspace.run(bin('eslint/bin/eslint.js'), '--max-warnings', '0', PLACE)).toEqual({ code: 0, output: '' });
  });

  it('passes the compiler on the server and in the browser', () => {
    for (const app of ['apps/api', 'apps/web']) {
      const { output } = workspace.run(bin('typescript/bin/tsc'), '--noEmit', '-p', app);
      expect(output.split('\n').filter((line) => line.includes(ID) || line.startsWith('apps/api/src/plugins.ts'))).toEqual([]);
    }
  });

  it('passes its own tests', () => {
    const { code, output } = workspace.run(bin('jest/bin/jest.js'), '-c', '.workspace/jest/unit.mjs', PLACE);
    expect(output).toMatch(/Tests: +6 passed, 6 total/);
    expect(code).toBe(0);
  });

  it('becomes part of the server', () => {
    expect(workspace.run(bin('rolldown/bin/cli.mjs'), '-c', 'apps/api/rolldown.config.mjs')).toMatchObject({ code: 0 });
    const server = join(workspace.folder, 'dist/api');
    const parts = readdirSync(server).filter((name) => name.endsWith('.js'));
    expect(parts).toContain('main.js');
    expect(parts.map((name) => readFileSync(join(server, name), 'utf8')).join('\n')).toContain(`id: "${ID}"`);
  });

  it('is refused when the id is taken or no id', () => {
    expect(workspace.run('.workspace/new-plugin.mjs', ID)).toMatchObject({ code: 1 });
    expect(workspace.run('.workspace/new-plugin.mjs', 'Not An Id')).toMatchObject({ code: 1 });
  });
});
