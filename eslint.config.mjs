// What the style guide asks for, as far as a machine can see it. Import rules: first between projects, then inside a plugin.
import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const SPECS = ['**/*.spec.ts', '**/*.e2e-spec.ts', '**/*.process-spec.ts', '**/*.browser-spec.ts', '**/test/**/*.ts'];
const BROWSER = ['apps/web', 'libs/ui', 'libs/modeler', 'libs/plugins/*/web', 'libs/plugins/*/modeler'].map(
  (place) => `${place}/**/*.{ts,tsx}`,
);
const CONFIG_FILES = ['**/*.config.mjs', 'jest.preset.mjs', '.workspace/jest/*.mjs'];

// ---- imports between projects

const layers = (testing) => [
  { sourceTag: 'layer:contract', onlyDependOnLibsWithTags: ['layer:contract', ...testing] },
  { sourceTag: 'layer:engine', onlyDependOnLibsWithTags: ['layer:contract', 'layer:engine', ...testing] },
  { sourceTag: 'layer:testing', onlyDependOnLibsWithTags: ['layer:contract', 'layer:engine', 'layer:testing'] },
  { sourceTag: 'layer:browser', onlyDependOnLibsWithTags: ['layer:contract', 'layer:browser', ...testing] },
  { sourceTag: 'layer:plugin', onlyDependOnLibsWithTags: ['layer:contract', 'layer:plugin', 'layer:browser', ...testing] },
  { sourceTag: 'layer:app', onlyDependOnLibsWithTags: ['layer:contract', 'layer:engine', 'layer:browser', 'layer:plugin', ...testing] },
  { sourceTag: 'layer:process', onlyDependOnLibsWithTags: ['layer:contract', 'layer:plugin', 'layer:testing'] },
];

/** The test kit stands on the core, and specs of the core use the test kit. */
const ignoredCircularDependencies = [
  ...['plugin-api', 'bpmn', 'feel', 'engine', 'database'].map((project) => [project, 'testing']),
  // Specs put any plugins together. Circles among the plugins themselves are found by .workspace/import-cycles.mjs.
  ['plugin-*', 'plugin-*'],
];

const moduleBoundaries = (testing) => [
  'error',
  {
    enforceBuildableLibDependency: false,
    // Style sheets have no entry; the application names their files.
    allow: ['\\.css$'],
    // A spec may come in by the front door of its own project.
    allowCircularSelfDependency: testing.length > 0,
    ignoredCircularDependencies,
    depConstraints: layers(testing),
  },
];

// ---- imports by place

const ban = (message, ...group) => ({ group, message });

const NEST = ban('NestJS belongs to server/ folders.', '@nestjs/*', '@fashen/plugin-api/server');
const TYPEORM = ban('Database code belongs to server/ folders.', 'typeorm', 'typeorm/*', 'mysql2', 'mysql2/*', 'libsql');
const NEST_TYPEORM = ban('Repositories get the unit of work (tx.manager); nothing is injected by @nestjs/typeorm.', '@nestjs/typeorm');
const NODE = ban('This also runs in a browser.', 'node:*', 'fs', 'path', 'crypto');
const REACT = ban('React belongs to web/ and modeler/ folders.', 'react', 'react/*', 'react-dom', 'react-dom/*', 'antd', '@ant-design/*');
const TOKEN_MACHINE = ban('Only libs/engine knows the token machine.', 'bpmn-engine', 'bpmn-elements', 'bpmn-elements/*', 'smqp');
const CORE = ban('Plugins know the contract, not the engine. Use a port of @fashen/plugin-api.', '@fashen/engine', '@fashen/database');
const TESTING = ban('Only specs import @fashen/testing.', '@fashen/testing');
const BROWSER_KITS = ban(
  'Server code never knows browser code.',
  '@fashen/modeler',
  '@fashen/ui',
  '@fashen/plugins/*/modeler',
  '@fashen/plugins/*/web',
);
const OTHER_BROWSER_CODE = ban(
  'Browser code of a plugin is its own; share through model/.',
  '@fashen/plugins/*/modeler',
  '@fashen/plugins/*/web',
);
const OTHER_SERVERS = ban('A plugin never knows the server of another. Use its model/: an event or a port.', '@fashen/plugins/*/server');
const EVERYTHING_OURS = ban('The contract stands alone.', '@fashen/*');
const PLUGINS = ban('This layer knows no plugin.', '@fashen/plugins/*');
const OWN_SERVER = ban('Only server/ knows server/.', '**/server', '**/server/*');
const OWN_BROWSER = ban('Server and model never know browser code.', '**/modeler', '**/modeler/*', '**/web', '**/web/*');

const DATA_SOURCE = {
  name: 'typeorm',
  importNames: ['DataSource', 'EntityManager', 'getRepository', 'Transaction'],
  message: 'Use the unit of work: tx comes first, repositories use tx.manager.',
};

/** One block of import rules: all that is banned in these files. */
const imports = (files, patterns, paths = []) => ({
  files,
  rules: { '@typescript-eslint/no-restricted-imports': ['error', { patterns, paths }] },
});

const importBlocks = [
  imports(['libs/plugin-api/*.ts'], [NEST, NODE, REACT, TOKEN_MACHINE, EVERYTHING_OURS, { ...TYPEORM, allowTypeImports: true }]),
  imports(['libs/plugin-api/server/*.ts'], [NODE, REACT, TOKEN_MACHINE, EVERYTHING_OURS]),
  imports(['libs/{bpmn,feel}/**/*.ts'], [NEST, TYPEORM, NODE, REACT, TOKEN_MACHINE, PLUGINS, CORE, TESTING]),
  imports(['libs/feel/server/*.ts'], [NEST, TYPEORM, REACT, TOKEN_MACHINE, PLUGINS, CORE, TESTING]),
  imports(
    ['libs/database/**/*.ts'],
    [PLUGINS, REACT, TOKEN_MACHINE, TESTING, ban('The database layer knows no engine.', '@fashen/engine')],
  ),
  imports(['libs/engine/**/*.ts'], [PLUGINS, REACT, TESTING]),
  imports(['libs/testing/**/*.ts'], [PLUGINS, REACT, TOKEN_MACHINE]),
  imports(['libs/{modeler,ui}/**/*.{ts,tsx}'], [NEST, TYPEORM, NODE, CORE, PLUGINS, TESTING, TOKEN_MACHINE]),
  imports(
    ['libs/plugins/*/model/**/*.ts'],
    [NEST, TYPEORM, NODE, REACT, CORE, TESTING, TOKEN_MACHINE, BROWSER_KITS, OTHER_SERVERS, OWN_SERVER, OWN_BROWSER],
  ),
  imports(
    ['libs/plugins/*/server/**/*.ts'],
    [NEST_TYPEORM, REACT, CORE, TESTING, TOKEN_MACHINE, BROWSER_KITS, OTHER_SERVERS, OWN_BROWSER],
    [DATA_SOURCE],
  ),
  imports(
    ['libs/plugins/*/{modeler,web}/**/*.{ts,tsx}'],
    [NEST, TYPEORM, NODE, CORE, TESTING, TOKEN_MACHINE, OTHER_BROWSER_CODE, OTHER_SERVERS, OWN_SERVER],
  ),
  imports(['apps/api/**/*.ts'], [REACT, BROWSER_KITS, TESTING]),
  imports(['apps/web/**/*.{ts,tsx}'], [NEST, TYPEORM, NODE, CORE, TESTING, TOKEN_MACHINE, OTHER_SERVERS]),
  // Specs may hand plugins to the test kit; what the kit hides stays hidden from plugins and processes.
  imports(
    ['libs/plugins/**/*.{spec,e2e-spec}.ts', 'libs/plugins/*/test/**/*.ts', 'processes/**/*.ts'],
    [NEST_TYPEORM, CORE, TOKEN_MACHINE],
  ),
  imports(
    ['libs/{plugin-api,bpmn,feel,engine,database,testing,modeler,ui}/**/*.spec.ts', 'libs/{engine,database,testing}/test/**/*.ts'],
    [PLUGINS],
  ),
  imports(['apps/*/test/**/*.ts', 'apps/**/*.spec.ts'], [TOKEN_MACHINE]),
];

// ---- habits

const forbid = (message, selector) => ({ selector, message });

const DEFAULT_EXPORT = forbid('No default exports: one thing, one name.', 'ExportDefaultDeclaration');
const EXPORT_ALL = forbid('Name what an entry exports.', 'ExportAllDeclaration');
const ENVIRONMENT = forbid(
  'Only apps/api/src/config.ts reads the environment.',
  'MemberExpression[object.name="process"][property.name="env"]',
);
const CLOCK = [
  forbid('Time is tx.now.', 'NewExpression[callee.name="Date"][arguments.length=0]'),
  forbid('Time is tx.now.', 'CallExpression[callee.object.name="Date"][callee.property.name="now"]'),
];
const MANAGER = forbid('Only repositories use tx.manager.', 'MemberExpression[property.name="manager"]');

/** One block of habits: ESLint keeps only the last list that fits a file, so each block names all of them. */
const habits = (files, ...forbidden) => ({ files, rules: { 'no-restricted-syntax': ['error', ...forbidden] } });

const habitBlocks = [
  habits(['**/*.{ts,tsx}'], DEFAULT_EXPORT, EXPORT_ALL, ENVIRONMENT, MANAGER),
  habits(['libs/plugins/**/*.{ts,tsx}'], DEFAULT_EXPORT, EXPORT_ALL, ENVIRONMENT, MANAGER, ...CLOCK),
  habits(['libs/plugins/**/{*.repository,migrations/*}.ts'], DEFAULT_EXPORT, EXPORT_ALL, ENVIRONMENT, ...CLOCK),
  habits(
    ['libs/engine/**/{*.repository,migrations/*}.ts', 'apps/api/src/**/*.repository.ts', 'libs/database/**/*.ts'],
    DEFAULT_EXPORT,
    EXPORT_ALL,
    ENVIRONMENT,
  ),
  habits(['apps/api/src/config.ts'], DEFAULT_EXPORT, EXPORT_ALL, MANAGER),
  habits([...SPECS, 'libs/testing/**/*.ts'], DEFAULT_EXPORT, EXPORT_ALL),
];

const size = {
  'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
  'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
  'max-params': ['error', 4],
  'max-depth': ['error', 3],
  complexity: ['error', 10],
};

const typed = {
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
};

/** Which compiler settings know the types of these files. */
const typesFrom = (project, files) => ({
  files,
  languageOptions: { parserOptions: { project, tsconfigRootDir: import.meta.dirname } },
});

const NODE_GLOBALS = [
  'AbortController',
  'Buffer',
  'URL',
  'clearInterval',
  'clearTimeout',
  'console',
  'fetch',
  'performance',
  'process',
  'setInterval',
  'setTimeout',
];

const tests = Object.fromEntries(
  ['afterAll', 'afterEach', 'beforeAll', 'beforeEach', 'describe', 'expect', 'it'].map((name) => [name, 'readonly']),
);

export default tseslint.config(
  { ignores: ['**/dist', '**/node_modules', '.nx', 'out', 'tmp', 'data', 'coverage', '**/*.d.ts'] },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    plugins: { '@nx': nx },
    rules: {
      ...size,
      ...typed,
      'no-console': 'error',
      'no-else-return': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@nx/enforce-module-boundaries': moduleBoundaries([]),
      // A type-only import of a class erases what dependency injection needs at run time.
      '@typescript-eslint/consistent-type-imports': 'off',
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  typesFrom('apps/api/tsconfig.json', ['**/*.{ts,tsx}']),
  typesFrom('apps/web/tsconfig.json', BROWSER),
  typesFrom('apps/web/tsconfig.spec.json', [...BROWSER.map((place) => place.replace('*.{ts,tsx}', '*.spec.ts')), 'apps/web/test/**/*.ts']),
  ...importBlocks,
  ...habitBlocks,
  {
    files: ['{apps/web,libs/ui,libs/plugins/*/web}/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  {
    files: ['**/*.tsx'],
    rules: { 'max-lines-per-function': ['error', { max: 120, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: SPECS,
    rules: {
      'max-lines': 'off',
      'max-lines-per-function': 'off',
      '@nx/enforce-module-boundaries': moduleBoundaries(['layer:testing']),
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    // The command-line programs speak to a person.
    files: ['apps/api/src/{bench,conformance,soak}/**/*.ts', 'apps/api/src/verify-record.ts', 'apps/api/src/**/*logger*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: Object.fromEntries(NODE_GLOBALS.map((name) => [name, 'readonly'])) },
    rules: { ...size, 'no-restricted-syntax': ['error', EXPORT_ALL] },
  },
  {
    files: ['**/*.cjs'],
    languageOptions: { globals: { module: 'writable', require: 'readonly' } },
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    files: ['.workspace/test/*.mjs'],
    languageOptions: { globals: { ...tests, __dirname: 'readonly' } },
    rules: { 'max-lines-per-function': 'off' },
  },
  { files: ['**/*.mjs'], ignores: CONFIG_FILES, rules: { 'no-restricted-syntax': ['error', EXPORT_ALL, DEFAULT_EXPORT] } },
);
