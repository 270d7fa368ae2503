import type { ModelElement, ProcessModel } from '@fashen/plugin-api';
import { calledKeys, isDemanded } from './called.rules';

const element = (over: Partial<ModelElement>): ModelElement => ({ id: 'x', type: 'bpmn:UserTask', extensions: {}, ...over });
const drawing = (...elements: readonly Partial<ModelElement>[]): ProcessModel => ({
  processId: 'p',
  elements: new Map(elements.map((one, index) => [String(index), element(one)])),
  flows: [],
});

describe('what a called process demands', () => {
  const statutory = { extensions: { 'legal-review:Hearing': {} } };
  const call = (calledElement: string): ModelElement => element({ type: 'bpmn:CallActivity', calledElement });
  const called = new Map([
    ['plain', drawing({}, {})],
    ['hearing', drawing({}, statutory)],
    ['outer', drawing(call('hearing'))],
    ['round', drawing(call('round'))],
  ]);

  it.each([
    ['a step of its own', element(statutory), true],
    ['a plain step', element({}), false],
    ['a call of plain steps', call('plain'), false],
    ['a call of a process with such a step', call('hearing'), true],
    ['a call of a call of it', call('outer'), true],
    ['a call that comes round to itself', call('round'), false],
    ['a call of what is not published', call('missing'), false],
    ['nothing', undefined, false],
  ])('%s', (_what, step, expected) => expect(isDemanded(step, called)).toBe(expected));

  it('names each called process once', () => {
    expect(calledKeys(drawing(call('a'), {}, call('b'), call('a')))).toEqual(['a', 'b']);
  });
});
