import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BpmnModdle } from 'bpmn-moddle';
import { noteConnections } from '@fashen/bpmn';
import { parseModel } from '@fashen/engine';
import type { ModelerPlugin } from '@fashen/modeler';
import type { WorkflowPlugin } from '@fashen/plugin-api';
import { modelerPlugins } from './modeler-plugins';

const ROOT = join(__dirname, '../../..');
const PLUGINS = join(ROOT, 'libs/plugins');

const DRAWINGS = [
  'processes/penalty-ordinary/penalty-ordinary.bpmn',
  'processes/collective-discussion/collective-discussion.bpmn',
  'processes/hearing/hearing.bpmn',
  'processes/normative-document/normative-document.bpmn',
  'processes/penalty-summary/penalty-summary.bpmn',
  'processes/collective-discussion/tests/small-caller.bpmn',
  'apps/api/test/case-journey.bpmn',
  'apps/api/test/two-desks.bpmn',
  'libs/plugins/assignment/test/assignment.bpmn',
  'libs/plugins/decision-rule/test/decision-rule.bpmn',
  'libs/plugins/legal-review/test/legal-review.bpmn',
  'libs/plugins/process-library/test/process-library.bpmn',
];

/** The server part of every plugin, found by its folder. */
async function serverPlugins(): Promise<readonly WorkflowPlugin[]> {
  const ids = readdirSync(PLUGINS).filter((id) => id !== '_template');
  const entries = await Promise.all(ids.map(async (id) => Object.values((await import(join(PLUGINS, id, 'server/index.ts'))) as object)));
  return entries.flat().filter((value): value is WorkflowPlugin => typeof value === 'object' && 'messages' in value);
}

const moddlesOf = (plugins: readonly { id: string; moddle?: object }[]): Record<string, object> =>
  Object.fromEntries(plugins.flatMap(({ id, moddle }) => (moddle ? [[id, moddle]] : [])));

/** Every key of the panel of a plugin: its groups, their switches, fields and the choices that the product names itself. */
const panelKeys = ({ panel = [] }: ModelerPlugin): readonly string[] =>
  panel.flatMap(({ id, fields }) => [
    ...[id, `${id}.on`],
    ...fields.flatMap(({ property, values = [] }) => [property, ...values.map((value) => `${property}.${value}`)]),
  ]);

describe('the panel of the modeler', () => {
  it.each(modelerPlugins.filter(({ panel }) => panel).map((plugin) => [plugin.id, plugin] as const))(
    'has words for everything %s shows there, in both languages',
    (_id, plugin) => {
      for (const { modeler } of [plugin.messages['zh-CN'], plugin.messages.en])
        expect(panelKeys(plugin).filter((key) => !Object.hasOwn(modeler, key))).toEqual([]);
    },
  );
});

describe('the rules of the modeler', () => {
  it('are the very rules of the server', async () => {
    // given
    const { drawingRules } = await import('@fashen/modeler');
    const servers = await serverPlugins();
    // when
    const onServer = new Map(
      servers.flatMap(({ id, lint }) => Object.entries(lint ?? {}).map(([name, rule]) => [`${id}.${name}`, rule] as const)),
    );
    const inModeler = drawingRules(modelerPlugins);
    // then
    expect(onServer.size).toBeGreaterThan(0);
    expect([...inModeler.keys()].sort()).toEqual([...onServer.keys()].sort());
    for (const [name, rule] of onServer) expect(inModeler.get(name)).toBe(rule);
  });

  it('stand there once each', () => {
    const ids = modelerPlugins.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(DRAWINGS)('see the same model of %s as on the server', async (path) => {
    // given
    const { drawingModdles, modelOf } = await import('@fashen/modeler');
    const xml = readFileSync(join(ROOT, path), 'utf8');
    const onServer = await parseModel(xml, moddlesOf(await serverPlugins()));
    // when
    const { rootElement } = await new BpmnModdle(drawingModdles(modelerPlugins)).fromXML(xml);
    noteConnections(rootElement);
    // then
    expect(modelOf(rootElement)).toEqual(onServer.model);
  });
});
