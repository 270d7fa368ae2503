import { checkLock } from '../check-lock.mjs';

const MANIFEST = { dependencies: { left: '1.2.3' } };
const HASH = 'sha512-aaaa';

const lock = (packages) => ({ packages: { '': MANIFEST, ...packages } });

describe('the check of the lock file', () => {
  it('accepts exact versions with all their packages', () => {
    const packages = { 'node_modules/left': { integrity: HASH, dependencies: { right: '*' } }, 'node_modules/right': { integrity: HASH } };
    expect(checkLock(MANIFEST, lock(packages))).toEqual([]);
  });

  it('accepts a package that is nested in the one that needs it', () => {
    const packages = {
      'node_modules/left': { integrity: HASH, dependencies: { right: '*' } },
      'node_modules/left/node_modules/right': { integrity: HASH },
    };
    expect(checkLock(MANIFEST, lock(packages))).toEqual([]);
  });

  it('refuses an address', () => {
    const packages = { 'node_modules/left': { integrity: HASH, resolved: 'https://registry.test/left.tgz' } };
    expect(checkLock(MANIFEST, lock(packages))).toEqual(['node_modules/left: names the address https://registry.test/left.tgz']);
  });

  it('refuses a package without a hash', () => {
    expect(checkLock(MANIFEST, lock({ 'node_modules/left': {} }))).toEqual(['node_modules/left: has no integrity']);
  });

  it('refuses a lock file that leaves out the package of another platform', () => {
    const packages = { 'node_modules/left': { integrity: HASH, optionalDependencies: { 'left-darwin': '1.2.3' } } };
    expect(checkLock(MANIFEST, lock(packages))).toEqual(['node_modules/left: needs left-darwin, which is left out']);
  });

  it('refuses a version range', () => {
    const manifest = { dependencies: { left: '^1.2.3' } };
    expect(checkLock(manifest, lock({ 'node_modules/left': { integrity: HASH } }))).toEqual(['package.json: left is not pinned (^1.2.3)']);
  });
});
