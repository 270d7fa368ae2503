import type { JsonObject, ModelElement, ProcessModel } from '@fashen/plugin-api';
import { reworkLint } from './index';

const step = (id: string, settings: JsonObject = {}, more: Record<string, JsonObject> = {}): ModelElement => ({
  ...{ id, type: 'bpmn:UserTask', name: id, parentId: 'P' },
  extensions: { 'rework:Return': settings, ...more },
});

function line(steps: readonly ModelElement[], withdrawal?: JsonObject): ProcessModel {
  const start: ModelElement = { id: 's', type: 'bpmn:StartEvent', parentId: 'P', extensions: {} };
  const process: ModelElement = { id: 'P', type: 'bpmn:Process', extensions: withdrawal ? { 'rework:Withdrawal': withdrawal } : {} };
  const chain = [start, ...steps];
  const flows = steps.map(({ id }, index) => ({ id: `f${index}`, sourceId: chain[index]?.id ?? '', targetId: id, isDefault: false }));
  return { processId: 'P', elements: new Map([process, ...chain].map((element) => [element.id, element])), flows };
}

const found = (rule: string, model: ProcessModel): readonly unknown[] =>
  (reworkLint[rule]?.(model) ?? []).map(({ severity, elementId, params }) => [
    severity,
    elementId,
    params?.['setting'] ?? params?.['value'],
  ]);

describe('checks of drawings', () => {
  it('finds settings that do not exist, and accepts all that do', () => {
    expect(found('known-settings', line([step('A', { mode: 'FAST', maxRounds: '0' })], { until: 'LATER' }))).toEqual([
      ['error', 'P', 'until'],
      ['error', 'A', 'mode'],
      ['error', 'A', 'maxRounds'],
    ]);
    const full = {
      returnBy: 'VOTE',
      allowCrossParallel: 'true',
      mode: 'DIRECT',
      maxRounds: '3',
      onNotPassed: 'END_REJECTED',
      statutory: 'true',
    };
    expect(found('known-settings', line([step('A', full)], { until: 'NODE', node: 'A' }))).toEqual([]);
  });

  it('finds named steps that are none', () => {
    const back = (returnTo: string): JsonObject => ({ onNotPassed: 'RETURN_TO', returnTo });
    expect(found('named-steps', line([step('A', back('A')), step('B', back('A')), step('C', back('gone'))], { until: 'NODE' }))).toEqual([
      ['error', 'P', ''],
      ['error', 'A', 'A'],
      ['error', 'C', 'gone'],
    ]);
  });

  it('warns of a straight way that is never taken over a step the law demands', () => {
    const model = line([step('A'), step('V', {}, { 'legal-review:Review': {} }), step('D', { mode: 'DIRECT' })]);
    expect(found('direct-over-statutory', model)).toEqual([['warning', 'D', 'V']]);
    expect(found('direct-over-statutory', line([step('D', { mode: 'DIRECT' }), step('V', { statutory: 'true' })]))).toEqual([]);
  });
});
