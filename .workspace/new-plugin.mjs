// `npm run new-plugin <id>`: a plugin that builds, lints and passes its sample tests, ready to be changed.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { at, root } from './place.mjs';
import { say } from './steps.mjs';

const TEMPLATE = at('libs/plugins/_template');
const LISTS = { server: 'apps/api/src/plugins.ts', web: 'apps/web/src/plugins.ts' };
const LAST_IMPORT = /^import [^;]+;\n(?![\s\S]*^import )/m;

const camelCase = (id) => id.replace(/-(.)/g, (_match, letter) => letter.toUpperCase());
const pascalCase = (id) => camelCase(`-${id}`);

/** Writes the plugin `id` into its folder and gives the paths written. */
async function copyTemplate(id) {
  const rename = (text) =>
    text
      .replaceAll('libs/plugins/_template', `libs/plugins/${id}`)
      .replaceAll('sample-note', id)
      .replaceAll('SampleNote', pascalCase(id))
      .replaceAll('sampleNote', camelCase(id));
  const paths = filesIn(TEMPLATE).map((path) => ({ source: join(TEMPLATE, path), target: at('libs/plugins', id, rename(path)) }));
  for (const { source, target } of paths) {
    mkdirSync(dirname(target), { recursive: true });
    await writeFormatted(target, rename(readFileSync(source, 'utf8')));
  }
  return paths.map(({ target }) => relative(root, target));
}

function filesIn(folder, below = '') {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = join(below, entry.name);
    return entry.isDirectory() ? filesIn(folder, path) : [path];
  });
}

async function writeFormatted(path, text) {
  const isFormatted = /\.(ts|tsx|json)$/.test(path);
  writeFileSync(path, isFormatted ? await format(text, { ...(await resolveConfig(path)), filepath: path }) : text);
}

/** Adds the plugin to the list of a host, at its end. */
async function enlist(file, name, entry) {
  const text = readFileSync(at(file), 'utf8');
  const listEnd = text.lastIndexOf(']');
  const list = text.slice(0, listEnd).trimEnd();
  const separator = /[[,]$/.test(list) ? '' : ',';
  const listed = `${list}${separator} ${name}${text.slice(listEnd)}`;
  await writeFormatted(
    at(file),
    listed.replace(LAST_IMPORT, (line) => `${line}import { ${name} } from '${entry}';\n`),
  );
}

function refuse(sentence) {
  console.error(sentence);
  process.exit(1);
}

const [id] = process.argv.slice(2);
if (!id) refuse('Give the plugin an id: npm run new-plugin <id>');
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) refuse(`"${id}" is no id: lower-case words joined by dashes, such as legal-review.`);
if (existsSync(at('libs/plugins', id))) refuse(`There is a plugin ${id} already: libs/plugins/${id}`);

for (const path of await copyTemplate(id)) say(path);
for (const [host, file] of Object.entries(LISTS)) {
  if (!existsSync(join(TEMPLATE, host)) || !existsSync(at(file))) continue;
  await enlist(file, `${camelCase(id)}${host === 'server' ? 'Plugin' : 'Web'}`, `@fashen/plugins/${id}/${host}`);
  say(`${file} lists it`);
}
say(`next: libs/plugins/${id}/README.md says what it is for; npm run check`);
