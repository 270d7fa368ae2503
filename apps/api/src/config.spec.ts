import { z } from 'zod';
import { type PluginMessages, type WorkflowPlugin } from '@fashen/plugin-api';
import { ConfigProblemsError, readConfig } from './config';

const none: PluginMessages = { errors: {}, ui: {}, modeler: {}, lint: {} };
const pluginWith = (id: string, config: z.ZodType): WorkflowPlugin => ({ id, config, messages: { 'zh-CN': none, en: none } });
const plugins = [
  pluginWith(
    'account',
    z.strictObject({ secureCookie: z.stringbool().or(z.boolean()).default(false), idleMinutes: z.coerce.number().default(30) }),
  ),
  pluginWith('case-file', z.strictObject({ numberPattern: z.string().default('x') })),
];
const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(plugins, environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigProblemsError) return error.problems;
    throw error;
  }
};

describe('the settings', () => {
  it('have a default for everything', () => {
    const config = readConfig(plugins, { PATH: '/bin' });
    expect(config).toMatchObject({ mode: 'sample', host: '127.0.0.1', port: 3000, databaseUrl: 'sqlite:data/fashen.db', apiDocs: true });
    expect(config.plugins).toEqual({ account: { secureCookie: false, idleMinutes: 30 }, 'case-file': { numberPattern: 'x' } });
  });

  it('come from the environment, those of plugins by their name', () => {
    const config = readConfig(plugins, { FASHEN_PORT: '0', FASHEN_ACCOUNT_IDLE_MINUTES: '5', FASHEN_CASE_FILE_NUMBER_PATTERN: 'y' });
    expect(config.port).toBe(0);
    expect(config.plugins).toMatchObject({ account: { idleMinutes: 5 }, 'case-file': { numberPattern: 'y' } });
  });

  it('let a crash test end the process at a point, but never in production', () => {
    expect(readConfig(plugins, { FASHEN_FAILPOINT: 'after-work:3' }).failpoint).toBe('after-work:3');
    const found = problemsOf({ FASHEN_FAILPOINT: 'after-work', FASHEN_MODE: 'production' });
    expect(found.map((problem) => problem.split(':')[0])).toEqual(['FASHEN_FAILPOINT']);
  });

  it('name all problems at once, also names nobody reads', () => {
    const found = problemsOf({ FASHEN_PORT: 'many', FASHEN_PROT: '1', FASHEN_ACCOUNT_IDLE: '3', FASHEN_LOG_LEVEL: 'loud' });
    expect(found.map((problem) => problem.split(':')[0])).toEqual([
      'FASHEN_PORT',
      'FASHEN_LOG_LEVEL',
      'FASHEN_PROT',
      'FASHEN_ACCOUNT_IDLE',
    ]);
  });

  it('take an empty value as none and leave the settings of tests alone', () => {
    expect(problemsOf({ FASHEN_PUBLIC_URL: '', FASHEN_TEST_MYSQL_URL: 'mysql://x' })).toEqual([]);
  });

  it('are in production mode by either name, without the page to try the API', () => {
    expect(readConfig(plugins, { NODE_ENV: 'production' })).toMatchObject({ mode: 'production', apiDocs: false });
    expect(readConfig(plugins, { FASHEN_MODE: 'production' }).mode).toBe('production');
    expect(readConfig(plugins, { NODE_ENV: 'production', FASHEN_MODE: 'sample' }).mode).toBe('production');
  });

  it('make cookies secure when browsers come by TLS', () => {
    const config = readConfig(plugins, { FASHEN_PUBLIC_URL: 'https://fashen.example' });
    expect(config.plugins['account']).toMatchObject({ secureCookie: true });
    expect(problemsOf({ FASHEN_PUBLIC_URL: 'ftp://fashen.example' })).toHaveLength(1);
  });
});
