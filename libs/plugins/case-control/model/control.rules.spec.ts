import type { JsonObject, ProcessModel } from '@fashen/plugin-api';
import { isPossible, isStatutory, needsSecondPerson } from './control.rules';

const model = (nodes: Readonly<Record<string, Readonly<Record<string, JsonObject>>>>): ProcessModel => ({
  processId: 'P',
  elements: new Map(Object.entries(nodes).map(([id, extensions]) => [id, { id, type: 'bpmn:UserTask', extensions }])),
  flows: [],
});
const law = { 'case-control:Control': { statutory: true } };

describe('control of cases', () => {
  it('is possible only from where it leads somewhere', () => {
    expect(isPossible('suspend', 'RUNNING')).toBe(true);
    expect(isPossible('suspend', 'SUSPENDED')).toBe(false);
    expect(isPossible('resume', 'SUSPENDED')).toBe(true);
    expect(isPossible('terminate', 'SUSPENDED')).toBe(true);
    expect(isPossible('terminate', 'COMPLETED')).toBe(false);
  });

  it('asks for a second person when a step that waits is statutory, whichever extension says so', () => {
    const drawn = model({ A: law, B: { 'other:Sign': { statutory: 'true' } }, C: { 'other:Sign': { statutory: false } } });
    expect(['A', 'B', 'C', 'nowhere'].map((id) => isStatutory(drawn, id))).toEqual([true, true, false, false]);
    expect(needsSecondPerson(drawn, [{ nodeId: 'C' }, { nodeId: 'A' }])).toBe(true);
    expect(needsSecondPerson(drawn, [{ nodeId: 'C' }])).toBe(false);
    expect(needsSecondPerson(drawn, [])).toBe(false);
  });
});
