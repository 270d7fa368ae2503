import type { JsonObject, LintRule, ModelElement, ProcessModel } from '@fashen/plugin-api';
import { ASSIGNMENT } from '../assignment.schema';
import { assignmentLint } from './index';

type Extensions = Record<string, JsonObject>;

const userTask = (id: string, settings?: JsonObject, more: Extensions = {}): ModelElement => ({
  id,
  type: 'bpmn:UserTask',
  name: `环节${id}`,
  parentId: 'Process',
  extensions: { ...(settings && { [ASSIGNMENT]: settings }), ...more },
});

/** A drawing in which the steps follow one another. */
const line = (...steps: ModelElement[]): ProcessModel => ({
  processId: 'Process',
  elements: new Map(steps.map((step) => [step.id, step])),
  flows: steps.slice(1).map((step, index) => ({ id: `f${index}`, sourceId: steps[index]?.id ?? '', targetId: step.id, isDefault: false })),
});

const found = (rule: string, model: ProcessModel): ReturnType<LintRule> => assignmentLint[rule]?.(model) ?? [];
const where = (rule: string, model: ProcessModel): readonly (string | undefined)[] =>
  found(rule, model).map((finding) => finding.elementId);

const role = { kind: 'role', value: 'legal-reviewer' };

describe('checks of drawings', () => {
  it('finds user tasks that do not say who does them, and no other elements', () => {
    // given
    const service: ModelElement = { id: 'S', type: 'bpmn:ServiceTask', extensions: {} };
    // when
    const places = where('needs-assignment', line(userTask('A', role), userTask('B'), service));
    // then
    expect(places).toEqual(['B']);
  });

  it.each<[string, JsonObject, string]>([
    ['an unknown kind', { kind: 'boss', value: 'x' }, 'kind'],
    ['no kind', {}, 'kind'],
    ['a role without an id', { kind: 'role' }, 'value'],
    ['a role in words', { kind: 'role', value: '法制审核人员' }, 'value'],
    ['a list of roles with an odd one', { kind: 'role', value: 'chief-head deputy_head' }, 'value'],
    ['a unit with odd signs', { kind: 'role', value: 'unit-head', unit: '一中队' }, 'unit'],
    ['an unknown empty policy', { ...role, emptyPolicy: 'pass' }, 'emptyPolicy'],
    ['an unknown same-person policy', { ...role, samePersonPolicy: 'pass' }, 'samePersonPolicy'],
    ['an unknown starter policy', { ...role, starterPolicy: 'pass' }, 'starterPolicy'],
    ['a named person in words', { ...role, emptyPolicy: 'person', emptyTo: '戊样例' }, 'emptyTo'],
    ['the head of no unit', { kind: 'unitHead' }, 'value'],
    ['a level below the first', { kind: 'superior', level: '0' }, 'level'],
    ['a level that is no number', { kind: 'superior', level: 'top' }, 'level'],
    ['an unknown reach', { kind: 'superior', reach: 'all' }, 'reach'],
    ['an unknown duty', { ...role, duty: 'judge' }, 'duty'],
  ])('finds %s', (_name, settings, setting) => {
    expect(found('known-settings', line(userTask('A', settings)))).toMatchObject([
      { severity: 'error', elementId: 'A', params: { setting } },
    ]);
  });

  it('accepts all settings that exist', () => {
    // given
    const full = {
      kind: 'role',
      value: 'unit-head',
      unit: 'starter',
      emptyPolicy: 'incident',
      samePersonPolicy: 'exclude',
      duty: 'approve-handling',
    };
    // when
    const places = where(
      'known-settings',
      line(userTask('A', full), userTask('B', { kind: 'starter' }), userTask('C', { kind: 'role', value: 'chief-head deputy-head' })),
    );
    // then
    expect(places).toEqual([]);
  });

  it('accepts every way to name performers, and every policy', () => {
    // given
    const drawn: readonly JsonObject[] = [
      { kind: 'unitHead', value: 'starter squad-1' },
      { kind: 'superior', level: '2', reach: 'upTo', emptyPolicy: 'superior' },
      { kind: 'heads', emptyPolicy: 'person', emptyTo: 'ji' },
      { kind: 'feel', expression: 'if amount > 5 then "role:chief-head" else ["wu", "post:deputy-head"]' },
      { kind: 'starter', starterPolicy: 'superior', samePersonPolicy: 'skipAny' },
      { kind: 'person', value: 'wu', starterPolicy: 'skip', samePersonPolicy: 'skip' },
    ];
    const model = line(...drawn.map((settings, index) => userTask(`S${index}`, settings)));
    // when
    const findings = Object.values(assignmentLint).flatMap((rule) => rule(model));
    // then
    expect(findings).toEqual([]);
  });

  it('finds roles that do not exist', () => {
    const model = line(userTask('A', { kind: 'role', value: 'chief-head emperor' }), userTask('B', { kind: 'post', value: 'emperor' }));
    expect(found('known-roles', model)).toMatchObject([{ severity: 'error', elementId: 'A', params: { role: 'emperor' } }]);
  });

  it('finds what is missing beside a setting', () => {
    const model = line(userTask('A', { kind: 'feel' }), userTask('B', { ...role, emptyPolicy: 'person' }), userTask('C', role));
    expect(found('argument-given', model)).toMatchObject([
      { severity: 'error', elementId: 'A', params: { setting: 'expression' } },
      { severity: 'error', elementId: 'B', params: { setting: 'emptyTo' } },
    ]);
  });

  it.each([
    ['no FEEL', 'if amount >'],
    ['too long', `"${'x'.repeat(10_000)}"`],
    ['growing without end', 'for i in 1..10 return for j in 1..10 return for k in 1..10 return string join(partial, "x")'],
  ])('finds an expression that is %s', (_what, expression) => {
    const model = line(userTask('A', { kind: 'feel', expression }), userTask('B', { kind: 'feel', expression: '= decider' }));
    expect(where('readable-expression', model)).toEqual(['A']);
  });

  it.each<[string, JsonObject, Extensions, string]>([
    ['a duty of the law', { ...role, duty: 'decide', starterPolicy: 'skip' }, {}, 'statutory-never-passed'],
    ['a part of legal review', { ...role, samePersonPolicy: 'skip' }, { 'legal-review:Review': {} }, 'statutory-never-passed'],
    [
      'what is called statutory',
      { ...role, samePersonPolicy: 'skipAny' },
      { 'rework:Return': { statutory: 'true' } },
      'statutory-never-passed',
    ],
    ['votes', { ...role, samePersonPolicy: 'skip' }, { 'approval:Sign': { mode: 'all' } }, 'answer-never-passed'],
    ['an opinion', { ...role, starterPolicy: 'skip' }, { 'opinion:Policy': {} }, 'answer-never-passed'],
  ])('finds a step with %s that is to pass by itself', (_what, settings, extensions, rule) => {
    const model = line(userTask('A', settings, extensions), userTask('B', role, extensions));
    const rules = Object.keys(assignmentLint).filter((name) => name.endsWith('never-passed') && found(name, model).length > 0);
    expect(rules).toEqual([rule]);
    expect(where(rule, model)).toEqual(['A']);
  });

  it('finds a step that passes by itself although others go by its performer', () => {
    const passing = { ...role, samePersonPolicy: 'skip' };
    const model = line(
      ...[userTask('A', passing), userTask('B', passing), userTask('C', passing)],
      ...[userTask('D', { kind: 'sameAs', value: 'A' }), userTask('E', { ...role, exclude: 'B' })],
    );
    expect(where('performer-never-passed', model)).toEqual(['A', 'B']);
  });

  it('finds a field that computes', () => {
    // given
    const model = line(userTask('A', { kind: 'field', value: 'officers.co' }), userTask('B', { kind: 'field', value: 'officers[1]' }));
    // when
    const places = where('plain-path', model);
    // then
    expect(places).toEqual(['B']);
  });

  it('finds "same person" that names a later step, itself, or no step', () => {
    // given
    const same = (value: string): JsonObject => ({ kind: 'sameAs', value });
    const model = line(userTask('A', same('B')), userTask('B', same('A')), userTask('C', same('C')), userTask('D', same('Gone')));
    // when
    const places = where('earlier-step', model);
    // then
    expect(places).toEqual(['A', 'C', 'D']);
  });

  it('follows boundary events, sub-processes and event sub-processes to see what comes before', () => {
    // given
    const inProcess = (id: string, type: string, more: Partial<ModelElement> = {}): ModelElement => ({
      id,
      type,
      parentId: 'Process',
      extensions: {},
      ...more,
    });
    const elements = [
      userTask('First', role),
      inProcess('Late', 'bpmn:BoundaryEvent', { attachedToId: 'First' }),
      inProcess('Sub', 'bpmn:SubProcess'),
      { ...userTask('Inner', { kind: 'sameAs', value: 'First' }), parentId: 'Sub' },
      userTask('After', { kind: 'sameAs', value: 'Inner' }),
      inProcess('Recusal', 'bpmn:SubProcess', { isEventSubProcess: true }),
      { ...userTask('Rule', { kind: 'sameAs', value: 'After' }), parentId: 'Recusal' },
      userTask('Apart', { kind: 'sameAs', value: 'First' }),
    ];
    const flow = (sourceId: string, targetId: string): ProcessModel['flows'][number] => ({
      id: `${sourceId}-${targetId}`,
      sourceId,
      targetId,
      isDefault: false,
    });
    const model: ProcessModel = {
      processId: 'Process',
      elements: new Map(elements.map((element) => [element.id, element])),
      flows: [flow('Late', 'Sub'), flow('Sub', 'After')],
    };
    // when
    const places = where('earlier-step', model);
    // then
    expect(places).toEqual(['Apart']);
  });

  it('finds excluded steps that are not another user task', () => {
    // given
    const model = line(userTask('A', role), userTask('B', { ...role, exclude: 'A B Gone' }));
    // when
    const findings = found('excluded-steps', model);
    // then
    expect(findings.map((finding) => finding.params?.value)).toEqual(['B', 'Gone']);
  });

  it('finds a review, signature, decision or hearing that does not name its duty', () => {
    // given
    const model = line(
      userTask('A', { ...role, duty: 'review' }, { 'legal-review:Review': {} }),
      userTask('B', role, { 'legal-review:Review': {} }),
      userTask('C', { ...role, duty: 'review' }, { 'legal-review:Signature': {} }),
      userTask('D', role, { 'legal-review:Decision': {} }),
      userTask('E', role, { 'legal-review:Hearing': {} }),
    );
    // when
    const findings = found('duty-fits', model);
    // then
    expect(findings.map((finding) => [finding.elementId, finding.params?.duty])).toEqual([
      ['B', 'review'],
      ['C', 'sign-review'],
      ['D', 'decide'],
      ['E', 'hear'],
    ]);
  });
});
