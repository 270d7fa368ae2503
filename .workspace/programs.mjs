// Where programs of the operating system are.
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin', '/opt/homebrew/bin', '/opt/homebrew/sbin'];
const CHROME_ON_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** Path of the first of these programs that is installed, or undefined. */
export function findProgram(...names) {
  const folders = [...FOLDERS, ...(process.env.PATH ?? '').split(':')];
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}

/** The browser for tests, or undefined. */
export function findChromium() {
  const program = findProgram('chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable');
  return process.env.FASHEN_TEST_CHROMIUM ?? program ?? (existsSync(CHROME_ON_MAC) ? CHROME_ON_MAC : undefined);
}
