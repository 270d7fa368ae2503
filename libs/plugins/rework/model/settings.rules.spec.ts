import type { JsonObject, ModelElement, ProcessModel } from '@fashen/plugin-api';
import { returnSettings } from './settings.rules';

const takeBackAt = (extensions: Readonly<Record<string, JsonObject>>): string => {
  const step = { id: 'step', type: 'bpmn:UserTask', extensions } as unknown as ModelElement;
  return returnSettings({ elements: new Map([['step', step]]) } as unknown as ProcessModel, 'step').takeBack;
};

describe('until when a step is taken back', () => {
  it.each<[string, Readonly<Record<string, JsonObject>>, string]>([
    ['a plain step', {}, 'UNTIL_OPENED'],
    ['as drawn', { 'rework:Return': { takeBack: 'UNTIL_DECIDED' } }, 'UNTIL_DECIDED'],
    ['votes', { 'approval:Sign': { mode: 'all' } }, 'UNTIL_OPENED'],
    ['what several have filled in', { 'approval:Sign': { mode: 'each' } }, 'NEVER'],
    ['a view at a meeting', { 'discussion:Meeting': { step: 'view' } }, 'NEVER'],
    ['the conclusion of a meeting', { 'discussion:Meeting': { step: 'conclude' }, 'rework:Return': { takeBack: 'UNTIL_OPENED' } }, 'NEVER'],
    ['the convening of a meeting', { 'discussion:Meeting': { step: 'convene' } }, 'UNTIL_OPENED'],
  ])('%s', (_what, extensions, expected) => {
    expect(takeBackAt(extensions)).toBe(expected);
  });
});
