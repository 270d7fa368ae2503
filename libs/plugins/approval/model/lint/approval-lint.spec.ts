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
