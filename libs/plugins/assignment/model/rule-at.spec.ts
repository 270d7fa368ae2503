import type { JsonObject, ModelElement } from '@fashen/plugin-api';
import { ASSIGNMENT } from './assignment.schema';
import { ruleAt } from './rule-at';

const step = (settings: JsonObject, more: Record<string, JsonObject> = {}): ModelElement => ({
  ...{ id: 'A', type: 'bpmn:UserTask' },
  extensions: { [ASSIGNMENT]: { kind: 'starter', ...settings }, ...more },
});
const SKIPPING = { starterPolicy: 'skip', samePersonPolicy: 'skipAny' };

describe('the rule of a step', () => {
  it('is as it is drawn', () => {
    expect(ruleAt(step(SKIPPING, { 'form:Binding': { form: 'note' } }))).toMatchObject(SKIPPING);
    expect(ruleAt(step({}))).toMatchObject({ starterPolicy: 'allow', samePersonPolicy: 'allow', level: 1, reach: 'only' });
  });

  it.each<[string, JsonObject, Record<string, JsonObject>]>([
    ['a duty of the law', { duty: 'sign-review' }, {}],
    ['a step that is called statutory', {}, { 'case-control:Control': { statutory: 'true' } }],
    ['a part of legal review', {}, { 'legal-review:Hearing': {} }],
    ['votes', {}, { 'approval:Sign': { mode: 'all' } }],
    ['an opinion that is asked for', {}, { 'opinion:Policy': { minLength: '10' } }],
  ])('never passes %s by itself, whatever is drawn', (_what, settings, more) => {
    expect(ruleAt(step({ ...SKIPPING, ...settings }, more))).toMatchObject({ starterPolicy: 'allow', samePersonPolicy: 'allow' });
  });

  it('keeps the other policies there', () => {
    const kept = { starterPolicy: 'superior', samePersonPolicy: 'exclude' };
    expect(ruleAt(step({ ...kept, duty: 'decide' }))).toMatchObject(kept);
  });

  it('is none without an assignment that can be read', () => {
    expect(ruleAt(undefined)).toBeUndefined();
    expect(ruleAt({ id: 'A', type: 'bpmn:UserTask', extensions: {} })).toBeUndefined();
    expect(ruleAt(step({ kind: 'boss' }))).toBeUndefined();
  });
});
