import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { findImportCycles } from '../import-cycles.mjs';

describe('the search for import cycles', () => {
  let folder;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'fashen-cycles-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  function given(files) {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  }

  it('finds files that import each other', () => {
    given({ 'libs/a.ts': `import { b } from './b';`, 'libs/b.ts': `export { a } from './a';` });
    expect(findImportCycles(folder)).toEqual(['import cycle: libs/a.ts → libs/b.ts → libs/a.ts']);
  });

  it('follows the names of entries and imports over several lines', () => {
    given({ 'libs/one/index.ts': `import {\n  b,\n} from '@fashen/two';`, 'libs/two/index.ts': `import '../one';` });
    expect(findImportCycles(folder)).toHaveLength(1);
  });

  it('finds plugins that need each other, and lets their specs put them together', () => {
    given({
      'libs/plugins/one/model/index.ts': `export const one = 1;`,
      'libs/plugins/two/model/index.ts': `export const two = 2;`,
      'libs/plugins/one/server/index.ts': `import { two } from '@fashen/plugins/two/model';`,
      'libs/plugins/two/test/two.e2e-spec.ts': `import { one } from '@fashen/plugins/one/model';`,
    });
    expect(findImportCycles(folder)).toEqual([]);
    given({ 'libs/plugins/two/server/index.ts': `import { one } from '@fashen/plugins/one/model';` });
    expect(findImportCycles(folder)).toEqual(['import cycle: one → two → one']);
  });

  it('lets types go round', () => {
    given({ 'libs/a.ts': `import type { B } from './b';`, 'libs/b.ts': `import { type A } from './a';` });
    expect(findImportCycles(folder)).toEqual([]);
  });
});
