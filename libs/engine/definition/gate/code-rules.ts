import type { SourceNode } from '../../model/model-source';
import { refuse, type SourceRule } from './source-rule';

/** `${…}` and `#{…}`: the expression syntax of other engines. Nothing here evaluates it, and nobody should believe it does. */
const FOREIGN_EXPRESSION = /[$#]\{/;
const PLAIN_ID = /^[A-Za-z_][\w.-]{0,63}$/;

/** No scripts, no code in attributes. FEEL is the only language. */
export const noCode: SourceRule = (source) => [
  ...source.nodes.flatMap((node) => {
    if (node.type === 'bpmn:ScriptTask') return [refuse('script', node.id, { name: node.name })];
    return node.code === undefined ? [] : [refuse('code', node.id, { name: node.name })];
  }),
  ...source.flows.flatMap((flow) => {
    const language = flow.conditionLanguage;
    return language === undefined || /feel/i.test(language) ? [] : [refuse('foreign-language', flow.id, { language })];
  }),
];

/** No `${…}` anywhere in the file, names included. */
export const noForeignExpression: SourceRule = (source) => [
  ...source.nodes.filter((node) => FOREIGN_EXPRESSION.test(textOf(node))).map((node) => refuse('foreign-expression', node.id)),
  ...source.flows
    .filter((flow) => FOREIGN_EXPRESSION.test(`${flow.name ?? ''}${flow.condition ?? ''}`))
    .map((flow) => refuse('foreign-expression', flow.id)),
];

/** Ids go into tables, addresses and messages: letters, digits, `_ . -`, at most 64, none that every object already has. */
export const plainIds: SourceRule = (source) => {
  const ids = [source.processId, ...source.nodes.map((node) => node.id), ...source.flows.map((flow) => flow.id)];
  const isOdd = (id: string): boolean => !PLAIN_ID.test(id) || id in {} || id === '__proto__';
  return [
    ...ids.filter(isOdd).map((id) => refuse('odd-id', id.slice(0, 64))),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => refuse('double-id', id.slice(0, 64))),
  ];
};

const textOf = (node: SourceNode): string =>
  JSON.stringify([node.name, node.events, node.loop, node.messageName, node.calledElement, node.extensions]);
