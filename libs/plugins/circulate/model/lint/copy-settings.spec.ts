import type { JsonObject, ProcessModel } from '@fashen/plugin-api';
import { COPY } from '../circulate.schema';
import { copySettings } from './copy-settings';

const drawn = (settings: JsonObject): ProcessModel => ({
  processId: 'p',
  flows: [],
  elements: new Map([['t', { id: 't', type: 'bpmn:UserTask', name: '审核', extensions: { [COPY]: settings } }]]),
});
const wrong = (settings: JsonObject): unknown[] => copySettings(drawn(settings)).map((finding) => finding.params?.['setting']);

describe('settings of copies', () => {
  it.each<[string, JsonObject, readonly string[]]>([
    ['a role on entering', { on: 'enter', kind: 'role', value: 'disclosure-clerk' }, []],
    ['several moments', { on: 'enter pass end', kind: 'person', value: 'ji wu', mode: 'circulation' }, []],
    ['a field', { on: 'end', kind: 'field', value: 'officers.co' }, []],
    ['nothing at all', {}, ['on', 'kind', 'value']],
    ['an unknown moment', { on: 'enter leave', kind: 'role', value: 'a' }, ['on']],
    ['an expression for a field', { on: 'end', kind: 'field', value: 'officers[0].id' }, ['value']],
    ['an unknown mode', { on: 'end', kind: 'role', value: 'a', mode: 'loud' }, ['mode']],
  ])('judge %s', (_name, settings, expected) => {
    expect(wrong(settings)).toEqual(expected);
  });
});
