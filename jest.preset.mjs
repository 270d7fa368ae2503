// Jest runs everything as CommonJS: SWC turns TypeScript into it, a small transformer does the same for packages that are ES modules.
import { fileURLToPath } from 'node:url';

const esmToCommonJs = fileURLToPath(new URL('.workspace/jest/esm-to-commonjs.cjs', import.meta.url));

/** @param {boolean} tsx */
const swc = (tsx) => ({
  swcrc: false,
  sourceMaps: 'inline',
  module: { type: 'commonjs' },
  jsc: {
    target: 'es2022',
    keepClassNames: true,
    parser: { syntax: 'typescript', decorators: true, tsx },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false, react: { runtime: 'automatic' } },
  },
});

export default {
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  testEnvironment: 'node',
  resolver: fileURLToPath(new URL('.workspace/jest/resolver.cjs', import.meta.url)),
  transform: {
    '^.+\\.ts$': ['@swc/jest', swc(false)],
    '^.+\\.tsx$': ['@swc/jest', swc(true)],
    '^.+\\.m?js$': esmToCommonJs,
  },
  transformIgnorePatterns: [],
  moduleNameMapper: { '\\.css$': '<rootDir>/.workspace/jest/no-style.cjs', '^@fashen/(.*)$': '<rootDir>/libs/$1/index.ts' },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.nx/', '<rootDir>/tmp/', '<rootDir>/data/'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 30_000,
  maxWorkers: 2,
  workerIdleMemoryLimit: '700MB',
};
