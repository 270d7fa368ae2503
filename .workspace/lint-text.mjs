// Lints texts as if they stood in the workspace: `[{ "path": …, "text": … }]` on standard input, `[{ "path": …, "rules": […] }]` out.
// Rules that need types are left out, because the files do not exist.
import { json } from 'node:stream/consumers';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';
import { refreshProjectGraph } from './project-graph.mjs';
import { at, root } from './place.mjs';

const untyped = {
  ...tseslint.configs.disableTypeChecked,
  files: ['**/*.{ts,tsx}'],
  languageOptions: { parserOptions: { project: false } },
};

const samples = await json(process.stdin);
await refreshProjectGraph();
const eslint = new ESLint({ cwd: root, overrideConfig: [untyped] });

const results = [];
for (const { path, text } of samples) {
  const [result] = await eslint.lintText(text, { filePath: at(path) });
  results.push({ path, rules: [...new Set(result.messages.map(({ ruleId, message }) => ruleId ?? message))] });
}
console.log(JSON.stringify(results));
