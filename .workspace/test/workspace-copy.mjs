import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const LEFT_OUT = new Set(['.git', '.nx', 'coverage', 'data', 'dist', 'node_modules', 'out', 'tmp']);
const root = join(__dirname, '../..');

/** A copy of the workspace in a temporary folder that shares the installed packages. */
export function copyWorkspace() {
  const folder = mkdtempSync(join(tmpdir(), 'fashen-workspace-'));
  cpSync(root, folder, { recursive: true, filter: (path) => !LEFT_OUT.has(basename(path)) });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir');
  return {
    folder,
    /** Runs a JavaScript program in the copy. */
    run(...args) {
      const result = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'test' } });
      return { code: result.status, output: result.stdout + result.stderr };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
