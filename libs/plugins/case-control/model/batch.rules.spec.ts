import type { JsonObject, ProcessModel } from '@fashen/plugin-api';
import { agreementOf, allowsBatch, isOneStep } from './batch.rules';
import { batchNotStatutory, batchPaths } from './control.lint';

const model = (nodes: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>): ProcessModel => ({
  processId: 'P',
  elements: new Map(Object.entries(nodes).map(([id, extensions]) => [id, { id, type: 'bpmn:UserTask', extensions }])),
  flows: [],
});
const batch = (more: JsonObject = {}) => ({ 'case-control:Batch': { allowed: true, ...more } });
const law = { 'case-control:Control': { statutory: true } };

describe('agreeing to many tasks at once', () => {
  it('is for steps the drawing names, never where the law wants each case looked at alone', () => {
    const drawn = model({
      A: batch(),
      B: {},
      C: { ...batch(), ...law },
      D: { 'case-control:Batch': { allowed: false } },
      E: { ...batch(), 'legal-review:Review': {} },
      F: { ...batch(), 'legal-review:Decision': {} },
      G: { ...batch(), 'approval:Sign': { mode: 'all' } },
    });
    expect([...drawn.elements.keys(), 'nowhere'].filter((id) => allowsBatch(drawn, id))).toEqual(['A']);
    expect(batchNotStatutory(drawn).map(({ elementId }) => elementId)).toEqual(['C', 'E', 'F', 'G']);
  });

  it('gives the answers that the drawing calls agreeing, side by side in one object', () => {
    const drawn = model({ A: batch({ agree: 'closing.approved', opinion: 'closing.comment' }), B: batch({ agree: 'ok' }), C: batch() });
    expect(agreementOf(drawn, 'A', '准予结案')).toEqual({ closing: { approved: true, comment: '准予结案' } });
    expect(agreementOf(drawn, 'A', '')).toEqual({ closing: { approved: true } });
    expect(agreementOf(drawn, 'B', '同意')).toEqual({ ok: true });
    expect(agreementOf(drawn, 'C', '同意')).toEqual({});
  });

  it('refuses fields that are no plain names', () => {
    const drawn = model({ A: batch({ agree: 'a.b', opinion: '' }), B: batch({ agree: '=1+1', opinion: '__proto__.x' }) });
    expect(batchPaths(drawn)).toEqual([
      { severity: 'error', elementId: 'B', params: { path: '=1+1' } },
      { severity: 'error', elementId: 'B', params: { path: '__proto__.x' } },
    ]);
    expect(agreementOf(drawn, 'B', '同意')).toEqual({});
  });

  it('tells steps of the same name in two processes apart', () => {
    const at = (definitionKey: string, nodeId: string) => ({ definitionKey, nodeId });
    expect(isOneStep([at('p', 'A'), at('p', 'A')])).toBe(true);
    expect(isOneStep([at('p', 'A'), at('q', 'A')])).toBe(false);
    expect(isOneStep([at('p', 'A'), at('p', 'B')])).toBe(false);
  });
});
