// What the tests need from the operating system: MariaDB, Chromium, a font with Chinese characters.
import { existsSync, readdirSync } from 'node:fs';
import { findChromium, findProgram } from './programs.mjs';
import { must, run, say, step } from './steps.mjs';

const FONT_FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts'];
const CHINESE_FONT = /NotoSansCJK|NotoSerifCJK|SourceHanSans|wqy|DroidSansFallback/i;

function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  return FONT_FOLDERS.some(
    (folder) => existsSync(folder) && readdirSync(folder, { recursive: true }).some((file) => CHINESE_FONT.test(file)),
  );
}

const NEEDS = {
  mysql: [
    {
      name: 'mariadb-server-core',
      isHere: () => findProgram('mariadbd', 'mysqld') && findProgram('mariadb-install-db', 'mysql_install_db'),
    },
    { name: 'mariadb-client-core', isHere: () => findProgram('mariadb', 'mysql') },
  ],
  browser: [
    { name: 'chromium', isHere: findChromium },
    { name: 'fonts-noto-cjk', isHere: hasChineseFont },
  ],
};

/** Makes sure that the suites can run: installs what is missing on Debian as root, else ends with the command to run. */
export async function ensureSystemPackages(suites) {
  const missing = suites.flatMap((suite) => NEEDS[suite] ?? []).filter((need) => !need.isHere());
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name);
  const command = `apt-get install --yes --no-install-recommends ${names.join(' ')}`;
  const mayInstall = existsSync('/etc/debian_version') && process.getuid?.() === 0;
  if (!mayInstall) {
    console.error(`The tests need ${names.join(', ')}. On Debian or Ubuntu run:\n  sudo ${command}\nElsewhere install the same programs.`);
    process.exit(1);
  }
  say(`not on this machine: ${names.join(', ')}`);
  await must(step('apt-get update', () => apt('update')));
  await must(step(command, () => apt('install', '--yes', '--no-install-recommends', ...names)));
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=300', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
