import type { ProcessModel } from '@fashen/plugin-api';
import { mappingOf } from './mapping.rules';

/** `['A', 'name', 'bpmn:UserTask']` one after the other, joined by flows. */
function line(...nodes: readonly (readonly [string, string, string?])[]): ProcessModel {
  const elements = nodes.map(([id, name, type = 'bpmn:UserTask']) => [id, { id, name, type, extensions: {} }] as const);
  const flows = nodes.slice(1).map(([id], at) => {
    const sourceId = nodes[at]?.[0] ?? '';
    return { id: `${sourceId}_${id}`, sourceId, targetId: id, isDefault: false };
  });
  const process = ['P', { id: 'P', name: 'P', type: 'bpmn:Process', extensions: {} }] as const;
  return { processId: 'P', elements: new Map([process, ...elements]), flows };
}
const S = ['s', '开始', 'bpmn:StartEvent'] as const;
const E = ['e', '结束', 'bpmn:EndEvent'] as const;

describe('two versions of a process side by side', () => {
  it('keep what has the same id and kind, and name what is new', () => {
    const mapping = mappingOf(line(S, ['A', '立案'], E), line(S, ['A', '立案审批'], ['N', '告知'], E));
    expect(mapping.rows.map(({ nodeId, isSame }) => [nodeId, isSame])).toEqual([
      ['s', true],
      ['A', true],
      ['e', true],
    ]);
    expect(mapping.added.map(({ nodeId }) => nodeId)).toEqual(['N']);
    expect(mapping.targets.map(({ nodeId }) => nodeId)).toEqual(['s', 'A', 'N', 'e']);
  });

  it('suggest the node of the same name and kind for one whose id is gone', () => {
    const { rows, added } = mappingOf(line(S, ['A', '立案'], ['B', '审核'], E), line(S, ['A2', '立案'], ['B2', '审核'], E));
    expect(rows.filter(({ isSame }) => !isSame).map(({ nodeId, suggestion }) => [nodeId, suggestion])).toEqual([
      ['A', 'A2'],
      ['B', 'B2'],
    ]);
    expect(added).toEqual([]);
  });

  it('else the only one at the same place; and nothing where it would be a guess', () => {
    expect(mappingOf(line(S, ['A', '立案'], E), line(S, ['A2', '受理'], E)).rows[1]?.suggestion).toBe('A2');
    const twins = line(S, ['A1', '立案'], ['A2', '立案'], E);
    expect(mappingOf(line(S, ['A', '立案'], E), twins).rows[1]?.suggestion).toBeUndefined();
    const service = line(S, ['A2', '立案', 'bpmn:ServiceTask'], E);
    expect(mappingOf(line(S, ['A', '立案'], E), service).rows[1]?.suggestion).toBeUndefined();
  });

  it('do not take an id for the same when its kind has changed', () => {
    const { rows, added } = mappingOf(line(S, ['A', '立案'], E), line(S, ['A', '立案', 'bpmn:ServiceTask'], E));
    expect(rows[1]).toMatchObject({ isSame: false });
    expect(added.map(({ nodeId }) => nodeId)).toEqual(['A']);
  });
});
