import type { JsonObject, ProcessModel } from '@fashen/plugin-api';
import { POLICY } from '../opinion.schema';
import { policySettings } from './policy-settings';

const drawn = (settings: JsonObject): ProcessModel => ({
  processId: 'p',
  flows: [],
  elements: new Map([['t', { id: 't', type: 'bpmn:UserTask', name: '审核', extensions: { [POLICY]: settings } }]]),
});

describe('settings of the policy of opinions', () => {
  it.each<[JsonObject, readonly string[]]>([
    [{}, []],
    [{ required: 'true', minLength: '10', forbiddenPhrases: '同意|已阅', signature: 'password' }, []],
    [{ required: 'yes', minLength: 'ten', signature: 'stamp' }, ['required', 'minLength', 'signature']],
    [{ minLength: '-1' }, ['minLength']],
  ])('judge %j', (settings, expected) => {
    expect(policySettings(drawn(settings)).map((finding) => finding.params?.['setting'])).toEqual(expected);
  });
});
