// Tests of the workspace itself: the scripts beside this folder.
import preset from '../../jest.preset.mjs';

export default {
  ...preset,
  displayName: 'workspace',
  testMatch: ['<rootDir>/.workspace/test/*.spec.mjs'],
  testTimeout: 240_000,
};
