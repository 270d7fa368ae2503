import type { JsonObject, ProcessModel } from '@fashen/plugin-api';
import { ASSIGNMENT } from './assignment.schema';
import { assignedNames, namesOfPrincipals } from './drawn-names';

const drawn = (settings: JsonObject): ProcessModel => ({
  processId: 'p',
  flows: [],
  elements: new Map([['t', { id: 't', type: 'bpmn:UserTask', extensions: { [ASSIGNMENT]: settings } }]]),
});
const named = (settings: JsonObject): unknown[] => assignedNames(drawn(settings)).map(({ kind, id }) => `${kind} ${id}`);

describe('what the performer of a step names', () => {
  it.each<[JsonObject, readonly string[]]>([
    [{ kind: 'person', value: 'jia wu' }, ['person jia', 'person wu']],
    [{ kind: 'role', value: 'chief-head', unit: 'squad-1' }, ['role chief-head', 'unit squad-1']],
    [{ kind: 'role', value: 'unit-head', unit: 'starter' }, ['role unit-head']],
    [{ kind: 'role', value: 'emperor' }, []],
    [{ kind: 'post', value: 'archivist' }, ['post archivist']],
    [{ kind: 'unit', value: 'squad-1' }, ['unit squad-1']],
    [{ kind: 'unitHead', value: 'starter squad-2' }, ['unit squad-2']],
    [{ kind: 'field', value: 'officers.co' }, []],
    [{ kind: 'starter', emptyPolicy: 'person', emptyTo: 'ji' }, ['person ji']],
    [{ kind: 'starter', emptyPolicy: 'operator', emptyTo: 'ji' }, []],
    [{ kind: 7, value: 'x' }, []],
  ])('%j', (settings, expected) => {
    expect(named(settings)).toEqual(expected);
  });

  it('is read from principals, and not from what is none', () => {
    expect(namesOfPrincipals('t', ['role:chief-head', 'person:wu', 'unit', 'field:x', 'person:王'])).toEqual([
      { elementId: 't', kind: 'role', id: 'chief-head' },
      { elementId: 't', kind: 'person', id: 'wu' },
    ]);
  });
});
