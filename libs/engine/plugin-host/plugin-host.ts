import type { MigrationInterface } from 'typeorm';
import type { Class, JsonObject, LintFinding, LintRule, Locale, PluginMessages, ProcessModel, WorkflowPlugin } from '@fashen/plugin-api';

/** Thrown at boot when plugins do not fit. The message lists every problem of every plugin. */
export class PluginProblemsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`the plugins cannot be loaded:\n${problems.map((problem) => `- ${problem}`).join('\n')}`);
    this.name = 'PluginProblemsError';
  }
}

/**
 * The plugins of this process, checked and in order, the engine's own parts first. Made before the database is opened,
 * because it knows the tables; `EngineModule.forRoot` builds the NestJS module from it.
 */
export class PluginHost {
  readonly entities: readonly Class[];
  readonly migrations: readonly Class<MigrationInterface>[];
  readonly permissions: readonly string[];
  /** Moddle descriptors by prefix: the vocabulary of models. */
  readonly moddles: Readonly<Record<string, object>>;
  /** Lint rules by full name, such as `assignment.needs-assignment`. */
  readonly lintRules: ReadonlyMap<string, LintRule>;
  private readonly texts: ReadonlyMap<string, Readonly<Record<Locale, PluginMessages>>>;

  /** Use `createPluginHost`, which checks. */
  constructor(readonly plugins: readonly WorkflowPlugin[]) {
    this.entities = plugins.flatMap((plugin) => plugin.entities ?? []);
    this.migrations = plugins.flatMap((plugin) => plugin.migrations ?? []);
    this.permissions = plugins.flatMap((plugin) => plugin.permissions ?? []);
    this.moddles = Object.fromEntries(plugins.flatMap(({ id, moddle }) => (moddle ? [[id, moddle]] : [])));
    this.lintRules = new Map(
      plugins.flatMap(({ id, lint }) => Object.entries(lint ?? {}).map(([name, rule]) => [`${id}.${name}`, rule] as const)),
    );
    this.texts = new Map(plugins.map(({ id, messages }) => [id, messages]));
  }

  /** All findings of all lint rules of all plugins. */
  lint(model: ProcessModel): readonly LintFinding[] {
    return [...this.lintRules].flatMap(([rule, check]) => check(model).map((finding) => ({ ...finding, rule })));
  }

  /** All texts of a plugin; absent when there is no such plugin. */
  messagesOf(pluginId: string, locale: Locale): PluginMessages | undefined {
    return this.texts.get(pluginId)?.[locale];
  }

  /** The text of an error or lint rule with its gaps filled. Answers the code itself when it has no text. */
  localize(code: string, params: JsonObject, locale: Locale): string {
    const messages = this.messagesOf(code.split('.')[0] ?? '', locale);
    const text = messages?.errors[code] ?? messages?.lint[code] ?? code;
    return text.replace(/\{(\w+)\}/g, (gap, name: string) => textOf(params[name], gap));
  }
}

function textOf(value: unknown, gap: string): string {
  if (value === undefined || value === null) return gap;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
