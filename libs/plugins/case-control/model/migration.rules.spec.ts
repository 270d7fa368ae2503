import type { ProcessModel } from '@fashen/plugin-api';
import { isBusy, unknownNode, WORK_OF } from './migration.rules';

const model = (...ids: readonly string[]): ProcessModel => ({
  processId: 'P',
  elements: new Map(ids.map((id) => [id, { id, type: 'bpmn:UserTask', extensions: {} }])),
  flows: [],
});

describe('migration of running cases', () => {
  it('names the node of a map that one of the versions does not have', () => {
    expect(unknownNode({ A: 'A2' }, model('A'), model('A2'))).toBeUndefined();
    expect(unknownNode({ X: 'A2' }, model('A'), model('A2'))).toBe('X');
    expect(unknownNode({ A: 'Y' }, model('A'), model('A2'))).toBe('Y');
  });

  it('works off what was found to fit, and is busy only while its job runs', () => {
    expect(WORK_OF.RUNNING).toEqual({ takes: 'FITS', then: 'DONE' });
    expect((['PLANNED', 'CHECKING', 'CHECKED', 'RUNNING', 'DONE'] as const).filter(isBusy)).toEqual(['CHECKING', 'RUNNING']);
  });
});
