import type { JsonObject, ProcessModel } from '@fashen/plugin-api';
import { allowsBatch, isOneStep, isStatutory, needsSecondPerson } from './control.rules';
import { batchNotStatutory } from './control.lint';

const model = (nodes: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>): ProcessModel => ({
  processId: 'P',
  elements: new Map(Object.entries(nodes).map(([id, extensions]) => [id, { id, type: 'bpmn:UserTask', extensions }])),
  flows: [],
});
const batch = { 'case-control:Batch': { allowed: true } };
const law = { 'case-control:Control': { statutory: true } };

describe('control of cases', () => {
  it('asks for a second person when a step that waits is statutory, whichever extension says so', () => {
    const drawn = model({ A: law, B: { 'other:Sign': { statutory: 'true' } }, C: { 'other:Sign': { statutory: false } } });
    expect(['A', 'B', 'C', 'nowhere'].map((id) => isStatutory(drawn, id))).toEqual([true, true, false, false]);
    expect(needsSecondPerson(drawn, [{ nodeId: 'C' }, { nodeId: 'A' }])).toBe(true);
    expect(needsSecondPerson(drawn, [{ nodeId: 'C' }])).toBe(false);
    expect(needsSecondPerson(drawn, [])).toBe(false);
  });

  it('lets steps be ended in batches only where the drawing says so and the law does not', () => {
    const drawn = model({ A: batch, B: {}, C: { ...batch, ...law }, D: { 'case-control:Batch': { allowed: false } } });
    expect(['A', 'B', 'C', 'D'].map((id) => allowsBatch(drawn, id))).toEqual([true, false, false, false]);
    expect(batchNotStatutory(drawn)).toEqual([{ severity: 'error', elementId: 'C' }]);
  });

  it('tells steps of the same name in two processes apart', () => {
    const at = (definitionKey: string, nodeId: string) => ({ definitionKey, nodeId });
    expect(isOneStep([at('p', 'A'), at('p', 'A')])).toBe(true);
    expect(isOneStep([at('p', 'A'), at('q', 'A')])).toBe(false);
    expect(isOneStep([at('p', 'A'), at('p', 'B')])).toBe(false);
  });
});
