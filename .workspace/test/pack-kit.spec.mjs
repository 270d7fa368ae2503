import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyWorkspace } from './workspace-copy.mjs';

/** Another project: it has no paths, no bundler and nothing of this workspace. */
const PROGRAM = `
import { type ConformanceAdapter, conformanceCases, runAll, summaryLine } from '@fashen/conformance';

const adapter: ConformanceAdapter = {
  name: 'refuses all',
  open: async () => ({
    perform: async () => ({ kind: 'refused', because: 'FORBIDDEN', code: 'no' }),
    state: async () => ({ status: 'RUNNING', open: [], seats: [], visits: [], record: [], copies: [], data: {}, printed: [], stateBytes: 0 }),
    inbox: async () => ({ listed: 0, counted: 0 }),
    notices: async () => [],
    close: async () => undefined,
  }),
};
console.log(conformanceCases.length, summaryLine(await runAll(adapter)));
`;

describe('the package of the conformance kit', () => {
  let workspace;
  let folder;

  beforeAll(() => {
    workspace = copyWorkspace();
    expect(workspace.run('.workspace/pack-kit.mjs')).toMatchObject({ code: 0 });
    folder = mkdtempSync(join(tmpdir(), 'fashen-kit-'));
    const [archive] = readdirSync(join(workspace.folder, 'dist')).filter((name) => name.endsWith('.tgz'));
    const target = join(folder, 'node_modules/@fashen/conformance');
    mkdirSync(target, { recursive: true });
    execFileSync('tar', ['-xzf', join(workspace.folder, 'dist', archive), '-C', target, '--strip-components', '1']);
    writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
    const compilerOptions = { module: 'nodenext', target: 'es2022', lib: ['es2023', 'dom'], types: [], strict: true, outDir: 'out' };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['program.ts'] }));
    writeFileSync(join(folder, 'program.ts'), PROGRAM);
  });

  afterAll(() => {
    workspace?.remove();
    if (folder) rmSync(folder, { recursive: true, force: true });
  });

  it('is read by the compiler as Node reads packages, and runs on plain Node', () => {
    expect(workspace.run('node_modules/typescript/bin/tsc', '-p', folder)).toEqual({ code: 0, output: '' });
    const said = execFileSync(process.execPath, [join(folder, 'out/program.js')], { encoding: 'utf8' });
    expect(said).toMatch(/^67 0 passed, 67 failed/);
  });

  it('brings its guide and its licence along', () => {
    const found = readdirSync(join(folder, 'node_modules/@fashen/conformance'));
    expect(found).toEqual(expect.arrayContaining(['GUIDE.md', 'LICENSE', 'README.md', 'index.d.ts', 'index.js']));
  });
});
