// Tests that drive Chromium against the built application (`npm test -- browser` builds it first).
import preset from '../../jest.preset.mjs';
import { findChromium } from '../programs.mjs';

process.env.FASHEN_TEST_CHROMIUM ??= findChromium() ?? '';

export default {
  ...preset,
  displayName: 'browser',
  testMatch: ['<rootDir>/apps/web/test/**/*.browser-spec.ts'],
  testTimeout: 120_000,
  maxWorkers: 1,
};
