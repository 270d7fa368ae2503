import type { JsonObject, ProcessModel } from '@fashen/plugin-api';
import { isCalledOnly, knownStart } from './start.rules';

function process(by?: string): ProcessModel {
  const extensions: Record<string, JsonObject> = by === undefined ? {} : { 'case-file:Start': { by } };
  return { processId: 'p', elements: new Map([['p', { id: 'p', type: 'bpmn:Process', extensions }]]), flows: [] };
}

describe('by whom a process is started', () => {
  it.each([
    [undefined, false, 0],
    ['PERSON', false, 0],
    ['CALL', true, 0],
    ['anybody', false, 1],
  ])('%s', (by, isCalled, findings) => {
    expect(isCalledOnly(process(by))).toBe(isCalled);
    expect(knownStart(process(by))).toHaveLength(findings);
  });
});
