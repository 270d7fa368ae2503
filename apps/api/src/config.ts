import { z } from 'zod';
import type { WorkflowPlugin } from '@fashen/plugin-api';

const yesNo = z.stringbool();
const wholeNumber = (least: number, most: number): z.ZodCoercedNumber => z.coerce.number().int().min(least).max(most);

/** The settings of the server. Environment: `FASHEN_` and the name in capitals, words parted by `_`. */
const serverSettings = z.strictObject({
  /** `sample` seeds an invented bureau to try things with; `production` starts empty and asks for a first account. */
  mode: z.enum(['sample', 'production']).default('sample'),
  /** Network address to listen on. Default: this machine only. */
  host: z.string().min(1).default('127.0.0.1'),
  /** TCP port; 0 takes any free one. */
  port: wholeNumber(0, 65_535).default(3000),
  /** What this process does: answer requests, run jobs and timers, or both. */
  roles: z.enum(['both', 'http', 'jobs']).default('both'),
  /** `sqlite:<file>`, `mysql://user:password@host:3306/name` or `mariadb://...`. */
  databaseUrl: z.string().min(1).default('sqlite:data/fashen.db'),
  /** Connections to MariaDB or MySQL. */
  databasePoolSize: wholeNumber(1, 500).default(10),
  /** Open a database server that may lose confirmed commands. */
  databaseAcceptUnsafe: yesNo.default(false),
  /** SQLite: `NORMAL` survives the death of the process, `FULL` also a power cut. */
  databaseSynchronous: z.enum(['NORMAL', 'FULL']).default('NORMAL'),
  /** Address that browsers use, such as `https://fashen.example`; with `https` cookies are `Secure`. Default: whatever the browser says. */
  publicUrl: z.url({ protocol: /^https?$/ }).optional(),
  /** Proxies whose `X-Forwarded-For` is believed: addresses or networks, separated by commas. Default: none. */
  trustedProxies: z.string().default(''),
  /** `silent`, `error`, `warn`, `info` or `debug`. */
  logLevel: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  /** Kilobytes of a JSON body, at most. */
  bodyKilobytes: wholeNumber(10, 16_000).default(1_000),
  /** Seconds in which a request must have arrived completely, uploads included. */
  requestTimeoutSeconds: wholeNumber(5, 3_600).default(300),
  /** Open connections, at most. */
  maxConnections: wholeNumber(10, 100_000).default(2_000),
  /** Seconds that running requests and jobs get when the server is told to stop. */
  stopSeconds: wholeNumber(1, 600).default(15),
  /** Serve the description of the API and the page to try it. Default: yes, in production no. */
  apiDocs: yesNo.optional(),
  /** Password of the sample bureau's accounts. Default: a known one on this machine, a random one when others can reach the server. */
  samplePassword: z.string().min(12).max(256).optional(),
  /** Folder of the processes that come with the product. Default: beside the built server. */
  processesDirectory: z.string().min(1).optional(),
  /** Folder of the built browser application. Default: beside the built server. */
  webDirectory: z.string().min(1).optional(),
  /** For crash tests only, refused in production: the process ends without warning at this point, `after-work` or `after-work:3`. */
  failpoint: z
    .string()
    .regex(/^[a-z-]+(:\d+)?$/)
    .optional(),
});

/** The settings of the server and of its plugins, by plugin id. */
export interface Config extends Omit<z.infer<typeof serverSettings>, 'apiDocs'> {
  readonly apiDocs: boolean;
  readonly plugins: Readonly<Record<string, unknown>>;
}

/** Thrown at boot. The message lists every setting that is wrong. */
export class ConfigProblemsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`the settings are not right:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'ConfigProblemsError';
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

const PREFIX = 'FASHEN_';
// Read by the tests and their tools, not by the server.
const FOREIGN = /^FASHEN_(TEST|API_URL)/;

/**
 * Reads all settings once. Nobody else reads the environment. An unknown `FASHEN_` name is a problem too: a setting that was meant and
 * not heard is worse than one that stops the start.
 */
export function readConfig(plugins: readonly WorkflowPlugin[], environment: Environment = process.env): Config {
  const given = Object.entries(environment).flatMap(([name, value]) =>
    name.startsWith(PREFIX) && !FOREIGN.test(name) && value !== undefined && value !== '' ? [{ name, value }] : [],
  );
  const problems: string[] = [];
  const ownerOf = (name: string): WorkflowPlugin | undefined =>
    plugins.find((plugin) => plugin.config && name.startsWith(prefixOf(plugin.id)));
  const server = given.filter(({ name }) => !ownerOf(name));
  const production = environment['NODE_ENV'] === 'production' ? { mode: 'production' } : {};
  const settings = parsed(serverSettings, { ...valuesOf(server, PREFIX), ...production }, PREFIX, problems);

  const pluginSettings = plugins.flatMap((plugin) => {
    if (!plugin.config) return [];
    const own = given.filter(({ name }) => ownerOf(name) === plugin);
    const values = { ...derivedFor(plugin.id, settings), ...valuesOf(own, prefixOf(plugin.id)) };
    return [[plugin.id, parsed(plugin.config, values, prefixOf(plugin.id), problems)] as const];
  });
  if (settings?.failpoint && settings.mode === 'production') problems.push(`${PREFIX}FAILPOINT: is for crash tests, not for production`);
  if (!settings || problems.length > 0) throw new ConfigProblemsError(problems);
  return { ...settings, apiDocs: settings.apiDocs ?? settings.mode !== 'production', plugins: Object.fromEntries(pluginSettings) };
}

/** Settings of plugins that follow from those of the server unless they are given. */
function derivedFor(pluginId: string, settings: z.infer<typeof serverSettings> | undefined): object {
  if (pluginId !== 'account' || !settings?.publicUrl?.startsWith('https:')) return {};
  return { secureCookie: true };
}

const prefixOf = (pluginId: string): string => `${PREFIX}${pluginId.replaceAll('-', '_').toUpperCase()}_`;

function valuesOf(given: readonly { name: string; value: string }[], prefix: string): Record<string, string> {
  return Object.fromEntries(given.map(({ name, value }) => [camelCase(name.slice(prefix.length)), value]));
}

function parsed<T>(schema: { parse(value: unknown): T }, value: object, prefix: string, problems: string[]): T | undefined {
  try {
    return schema.parse(value);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    for (const issue of error.issues) problems.push(...sentencesOf(issue, prefix));
    return undefined;
  }
}

function sentencesOf(issue: z.core.$ZodIssue, prefix: string): readonly string[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => `${prefix}${capitals(key)}: there is no such setting`);
  return [`${prefix}${capitals(issue.path.join('_'))}: ${issue.message}`];
}

const camelCase = (name: string): string => name.toLowerCase().replace(/_+([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
const capitals = (name: string): string => name.replace(/[A-Z]/g, '_$&').toUpperCase();
