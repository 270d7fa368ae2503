import { getMetadataArgsStorage } from 'typeorm';
import { declaredErrorCodes, type Locale, type PluginMessages, type WorkflowPlugin } from '@fashen/plugin-api';

const PLAIN_ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const PERMISSION = /^[a-z][a-z-]*\.[a-zA-Z]+$/;
const LOCALES: readonly Locale[] = ['zh-CN', 'en'];
const PARTS: readonly (keyof PluginMessages)[] = ['errors', 'ui', 'modeler', 'lint'];

/** Everything that is wrong with one plugin by itself. */
export function problemsOf(plugin: WorkflowPlugin): readonly string[] {
  const found = [...idProblems(plugin), ...moddleProblems(plugin), ...tableProblems(plugin), ...permissionProblems(plugin)];
  return [...found, ...languageProblems(plugin), ...textProblems(plugin)].map((problem) => `${plugin.id}: ${problem}`);
}

/** Everything that is wrong between plugins. */
export function problemsBetween(plugins: readonly WorkflowPlugin[]): readonly string[] {
  const ids = new Set(plugins.map((plugin) => plugin.id));
  const missing = plugins.flatMap((plugin) =>
    (plugin.requires ?? []).filter((id) => !ids.has(id)).map((id) => `${plugin.id}: requires "${id}", which is not installed`),
  );
  return [
    ...missing,
    ...doubles('plugin id', plugins, (plugin) => [plugin.id]),
    ...doubles('permission', plugins, (plugin) => plugin.permissions ?? []),
    ...doubles('port', plugins, (plugin) => (plugin.ports ?? []).map((port) => port.provide.name)),
    ...doubles('migration', plugins, (plugin) => (plugin.migrations ?? []).map((migration) => migration.name)),
  ];
}

function idProblems(plugin: WorkflowPlugin): readonly string[] {
  return PLAIN_ID.test(plugin.id) ? [] : ['the id must be kebab-case'];
}

function moddleProblems(plugin: WorkflowPlugin): readonly string[] {
  if (!plugin.moddle) return [];
  const { prefix, uri } = plugin.moddle as { prefix?: unknown; uri?: unknown };
  const problems = prefix === plugin.id ? [] : [`the moddle prefix is "${String(prefix)}" instead of the id`];
  const expected = `urn:fashen:${plugin.id}:1.0`;
  return uri === expected ? problems : [...problems, `the moddle uri is "${String(uri)}" instead of "${expected}"`];
}

function tableProblems(plugin: WorkflowPlugin): readonly string[] {
  const prefix = `${plugin.id.replaceAll('-', '_')}_`;
  const names = (plugin.entities ?? []).map((entity) => ({ entity, name: getMetadataArgsStorage().filterTables(entity)[0]?.name }));
  return names
    .filter(({ name }) => !name?.startsWith(prefix))
    .map(({ entity, name }) => `the table "${name ?? entity.name}" does not begin with "${prefix}"`);
}

function permissionProblems(plugin: WorkflowPlugin): readonly string[] {
  const odd = (plugin.permissions ?? []).filter((permission) => !PERMISSION.test(permission));
  return odd.map((permission) => `the permission "${permission}" is not of the form thing.verb`);
}

function languageProblems(plugin: WorkflowPlugin): readonly string[] {
  return PARTS.flatMap((part) => {
    const all = new Set(LOCALES.flatMap((locale) => Object.keys(plugin.messages[locale][part])));
    return LOCALES.flatMap((locale) =>
      [...all].filter((key) => !plugin.messages[locale][part][key]).map((key) => `${locale} has no text for ${part} "${key}"`),
    );
  });
}

function textProblems(plugin: WorkflowPlugin): readonly string[] {
  const { errors, lint } = plugin.messages['zh-CN'];
  const rules = Object.keys(plugin.lint ?? {}).map((rule) => `${plugin.id}.${rule}`);
  const missing = [
    ...declaredErrorCodes(plugin.id).filter((code) => !errors[code]),
    ...rules.flatMap((rule) => [rule, `${rule}.remedy`]).filter((key) => !lint[key]),
  ];
  const strange = Object.keys(errors).filter((code) => !code.startsWith(`${plugin.id}.`));
  return [...missing.map((key) => `there is no text for "${key}"`), ...strange.map((code) => `the error "${code}" is of another plugin`)];
}

function doubles(
  what: string,
  plugins: readonly WorkflowPlugin[],
  keysOf: (plugin: WorkflowPlugin) => readonly string[],
): readonly string[] {
  const seen = new Set<string>();
  return plugins.flatMap(keysOf).flatMap((key) => {
    if (seen.has(key)) return [`the ${what} "${key}" exists twice`];
    seen.add(key);
    return [];
  });
}
