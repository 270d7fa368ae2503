// Tests with a real database: DB=sqlite (default) or DB=mysql.
import preset from '../../jest.preset.mjs';

process.env.DB ??= 'sqlite';

export default {
  ...preset,
  displayName: process.env.DB,
  testMatch: [
    '<rootDir>/libs/**/test/**/*.{spec,e2e-spec}.ts',
    '<rootDir>/apps/api/test/**/*.{spec,e2e-spec}.ts',
    '<rootDir>/processes/**/*.process-spec.ts',
  ],
  globalSetup: '<rootDir>/.workspace/jest/mariadb-setup.mjs',
  globalTeardown: '<rootDir>/.workspace/jest/mariadb-teardown.mjs',
};
