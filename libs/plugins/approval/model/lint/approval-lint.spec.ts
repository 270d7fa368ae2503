import type { JsonObject, ModelElement, ProcessModel } from '@fashen/plugin-api';
import { SIGN } from '../sign.schema';
import { approvalLint } from './index';

type Extensions = Record<string, JsonObject>;

const assigned: Extensions = { 'assignment:Assignment': { kind: 'role', value: 'chief-head' } };
const drawing = (settings: JsonObject, condition = "Sign.result = 'passed'", more: Extensions = assigned): ProcessModel => {
  const sign: ModelElement = { id: 'Sign', type: 'bpmn:UserTask', name: '会签', parentId: 'P', extensions: { [SIGN]: settings, ...more } };
  const gateway: ModelElement = { id: 'G', type: 'bpmn:ExclusiveGateway', parentId: 'P', extensions: {} };
  return {
    processId: 'P',
    elements: new Map([sign, gateway].map((one) => [one.id, one])),
    flows: [
      { id: 'f1', sourceId: 'Sign', targetId: 'G', isDefault: false },
      { id: 'f2', sourceId: 'G', targetId: 'E', condition, isDefault: false },
    ],
  };
};
const found = (model: ProcessModel): readonly string[] =>
  Object.entries(approvalLint).flatMap(([rule, check]) =>
    check(model).map(({ severity, params }) => [rule, severity, params?.['setting']].filter(Boolean).join(' ')),
  );

describe('checks of drawings', () => {
  it('accept what exists', () => {
    const settings = {
      ...{ mode: 'custom', threshold: '2/3', quorum: '1/2', abstain: 'excluded', order: 'sequential', earlyPass: 'false' },
      ...{ earlyFail: 'true', weights: 'role:chief-head=3 person:wu=2', veto: 'role:legal-section-head', chair: 'person:ji' },
      ...{ operations: 'transfer before remove', minOpinion: '10', variable: 'meeting', statutory: 'true' },
    };
    expect(found(drawing(settings, "meeting.result = 'passed'"))).toEqual([]);
    expect(found(drawing({}))).toEqual([]);
  });

  it.each<[JsonObject, string]>([
    [{ mode: 'vote' }, 'known-settings error mode'],
    [{ quorum: '50%' }, 'known-settings error quorum'],
    [{ weights: 'chief-head=3' }, 'known-settings error weights'],
    [{ weights: 'role:chief-head=0' }, 'known-settings error weights'],
    [{ veto: '局长' }, 'known-settings error veto'],
    [{ operations: 'jump' }, 'known-settings error operations'],
    [{ mode: 'ratio', threshold: '0.6667' }, 'readable-threshold error'],
    [{ mode: 'ratio' }, 'readable-threshold error'],
    [{ mode: 'ratio', threshold: '3' }, 'readable-threshold error'],
    [{ mode: 'count', threshold: '2/3' }, 'readable-threshold error'],
    [{ mode: 'custom' }, 'readable-threshold error'],
  ])('find %j', (settings, finding) => {
    expect(found(drawing(settings))).toEqual([finding]);
  });

  it('accept a form that each fills in, and ask for no condition behind it', () => {
    const form: Extensions = { ...assigned, 'form:Binding': { form: 'view' } };
    const settings = {
      mode: 'each',
      order: 'sequential',
      operations: 'transfer',
      chair: 'person:ji',
      statutory: 'true',
      variable: 'views',
    };
    expect(found(drawing(settings, 'amount > 5', form))).toEqual([]);
    expect(found(drawing({ mode: 'each' }, undefined, form))).toEqual([]);
    expect(found(drawing({ mode: 'each' }))).toEqual(['each-has-form error']);
    expect(found(drawing({ mode: 'each' }, undefined, { ...form, 'legal-review:Review': {} }))).toEqual(['no-own-form error']);
  });

  it.each<[JsonObject, string]>([
    [{ threshold: '2/3' }, 'threshold'],
    [{ quorum: '1/2' }, 'quorum'],
    [{ abstain: 'counted' }, 'abstain'],
    [{ weights: 'role:chief-head=3' }, 'weights'],
    [{ veto: 'role:chief-head' }, 'veto'],
    [{ mandatory: 'role:chief-head' }, 'mandatory'],
    [{ minOpinion: '5' }, 'minOpinion'],
    [{ operations: 'transfer after takeBack' }, 'operations'],
  ])('find %j where each fills in a form and nobody votes', (settings, setting) => {
    const form: Extensions = { ...assigned, 'form:Binding': { form: 'view' } };
    expect(found(drawing({ mode: 'each', ...settings }, undefined, form))).toEqual([`each-without-votes error ${setting}`]);
  });

  it('find a step without signers, and one with a form of its own', () => {
    expect(found(drawing({}, undefined, {}))).toEqual(['signers-given error']);
    expect(found(drawing({}, undefined, { ...assigned, 'form:Binding': { form: 'x' } }))).toEqual(['no-own-form error']);
  });

  it('find a statutory step that may be passed by nobody', () => {
    const auto = { 'assignment:Assignment': { kind: 'role', value: 'chief-head', emptyPolicy: 'autoPass' } };
    expect(found(drawing({ statutory: 'true' }, undefined, auto))).toEqual(['statutory-by-people error emptyPolicy']);
    expect(found(drawing({}, undefined, auto))).toEqual([]);
  });

  it('warn when no condition behind the step asks what was decided', () => {
    expect(found(drawing({}, 'amount > 5'))).toEqual(['outcome-used warning']);
    expect(found(drawing({ variable: 'meeting' }))).toEqual(['outcome-used warning']);
  });
});
