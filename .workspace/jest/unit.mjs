// Unit tests: beside the file they test, no database, no HTTP.
import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'unit',
  testMatch: ['<rootDir>/{apps,libs,processes}/**/*.spec.ts'],
  testPathIgnorePatterns: [...preset.testPathIgnorePatterns, '/test/'],
};
