import type { Certificate, ModelElement, Person, ProcessModel, TaskView } from '@fashen/plugin-api';
import { ASSIGNMENT, assignmentRule, type Duty } from './assignment.schema';
import { DUTY_TABLE } from './duty-table';
import { needsHistory, officersRefusal, type Performance, performancesOf, refusalOf, type StepToTake } from './duty.rules';

const TODAY = '2026-11-22';
const profession: Certificate = { kind: 'legal-profession', number: '样法-0001', validFrom: '2015-03-01' };
const enforcement: Certificate = { kind: 'enforcement', number: '样执-0001', validFrom: '2024-01-01', validTo: '2026-09-01' };

const person = (id: string, ...certificates: Certificate[]): Person => ({
  id,
  name: `${id}样例`,
  unitId: 'legal',
  unitName: '法制科',
  posts: [],
  roles: ['legal-reviewer'],
  active: true,
  certificates,
});

const step = (settings: Record<string, string>): StepToTake => ({
  nodeId: 'Review',
  nodeName: '法制审核',
  rule: assignmentRule.parse({ kind: 'role', value: 'legal-reviewer', ...settings }),
  createdAt: 1000,
});

const did = (personId: string, duty: Duty, more: Partial<Performance> = {}): Performance => ({
  personId,
  duty,
  nodeId: `${duty}-step`,
  nodeName: duty,
  endedAt: 500,
  ...more,
});

const task = (values: Partial<TaskView>): TaskView => ({
  kind: 'VISIT',
  id: 'task',
  instanceId: 'case',
  definitionId: 'definition',
  definitionKey: 'penalty',
  nodeId: 'Investigate',
  nodeName: '调查取证',
  executionId: 'execution',
  state: 'DONE',
  candidates: [],
  createdAt: new Date(0),
  rowVersion: 1,
  businessKey: '样城执罚立〔2026〕1号',
  title: '占道经营',
  ...values,
});

const model = (...elements: ModelElement[]): ProcessModel => ({
  processId: 'penalty',
  elements: new Map(elements.map((element) => [element.id, element])),
  flows: [],
});

describe('duties of a role', () => {
  const clerk: Person = { ...person('gui', profession), roles: ['disclosure-clerk'], posts: ['archivist'], unitId: 'office' };
  const codeFor = (settings: Record<string, string>): string | undefined => refusalOf(clerk, step(settings), [], TODAY)?.code;

  it('stay with the role, post or unit the drawing names', () => {
    expect(codeFor({ duty: 'decide', kind: 'role', value: 'chief-head deputy-head' })).toBe('assignment.ROLE_MISSING');
    expect(codeFor({ duty: 'decide', kind: 'post', value: 'bureau-head' })).toBe('assignment.ROLE_MISSING');
    expect(codeFor({ duty: 'review', kind: 'unit', value: 'legal' })).toBe('assignment.ROLE_MISSING');
  });

  it('go to whoever belongs to one of them', () => {
    expect(codeFor({ duty: 'decide', kind: 'role', value: 'chief-head disclosure-clerk' })).toBeUndefined();
    expect(codeFor({ duty: 'decide', kind: 'post', value: 'archivist' })).toBeUndefined();
    expect(codeFor({ duty: 'review', kind: 'unit', value: 'office' })).toBeUndefined();
  });

  it('are not asked of plain steps and of people picked by name', () => {
    expect(codeFor({ duty: 'none', kind: 'role', value: 'chief-head' })).toBeUndefined();
    expect(codeFor({ duty: 'decide', kind: 'field', value: 'decider' })).toBeUndefined();
  });
});

describe('duties apart', () => {
  it('refuses a reviewer who investigated the case (AC-21 a)', () => {
    // given
    const jia = person('jia', profession);
    // when
    const refusal = refusalOf(jia, step({ duty: 'review' }), [did('jia', 'investigate')], TODAY);
    // then
    expect(refusal).toMatchObject({
      code: 'assignment.REVIEWER_CONFLICT',
      kind: 'forbidden',
      params: { person: 'jia样例', earlierStep: 'investigate' },
    });
  });

  it.each(DUTY_TABLE.flatMap((row) => row.taking.flatMap((taking) => row.after.map((after) => [taking, after, row.error] as const))))(
    'refuses %s after %s with %s',
    (taking, after, error) => {
      // given
      const one = person('one', profession);
      // when
      const refusal = refusalOf(one, step({ duty: taking }), [did('one', after)], TODAY);
      // then
      expect(refusal?.code).toBe(`assignment.${error}`);
    },
  );

  it('keeps every pair apart in both orders, save for the hearing, which a reviewer may chair', () => {
    // given
    const pairs = new Set(DUTY_TABLE.flatMap((row) => row.taking.flatMap((taking) => row.after.map((after) => `${taking}>${after}`))));
    // when
    const oneSided = [...pairs].filter((pair) => !pairs.has(pair.split('>').reverse().join('>')));
    // then
    expect(oneSided).toEqual([]);
    expect(pairs.has('hear>review')).toBe(false);
  });

  it('lets another person review, and the same person review again in the next round', () => {
    // given
    const bing = person('bing', profession);
    const history = [did('jia', 'investigate'), did('bing', 'review')];
    // when
    const refusal = refusalOf(bing, step({ duty: 'review' }), history, TODAY);
    // then
    expect(refusal).toBeUndefined();
  });

  it('refuses a decision by the reviewer, and lets the head who approved the filing decide', () => {
    // given
    const decide = step({ duty: 'decide' });
    const history = [did('ding', 'sign-review'), did('wu', 'approve-handling')];
    // when
    const [reviewer, head] = [refusalOf(person('ding'), decide, history, TODAY), refusalOf(person('wu'), decide, history, TODAY)];
    // then
    expect(reviewer?.code).toBe('assignment.DECIDER_CONFLICT');
    expect(head).toBeUndefined();
  });

  it('refuses a reviewer without qualification, and takes proof of review work before 2018 for one (AC-21 b)', () => {
    // given
    const before2018: Certificate = { kind: 'review-before-2018', number: '证-1', validFrom: '2016-01-01' };
    // when
    const [none, proven] = [person('geng'), person('old', before2018)].map((one) => refusalOf(one, step({ duty: 'review' }), [], TODAY));
    // then
    expect(none?.code).toBe('assignment.REVIEWER_UNQUALIFIED');
    expect(proven).toBeUndefined();
  });

  it('refuses those who did an excluded step, whatever their duty', () => {
    // given
    const recheck = step({ exclude: 'Draft Recheck' });
    // when
    const refusal = refusalOf(person('jia'), recheck, [did('jia', 'none', { nodeId: 'Draft', nodeName: '拟稿' })], TODAY);
    // then
    expect(refusal).toMatchObject({ code: 'assignment.PERFORMER_EXCLUDED', params: { earlierStep: '拟稿' } });
  });

  it("keeps the starter from a step that must not be the starter's, and nobody else", () => {
    const own = { ...step({ starterPolicy: 'superior' }), starterId: 'jia' };
    expect(refusalOf(person('jia'), own, [], TODAY)).toMatchObject({ code: 'assignment.STARTER_EXCLUDED' });
    expect(refusalOf(person('yi'), own, [], TODAY)).toBeUndefined();
    expect(refusalOf(person('jia'), { ...step({}), starterId: 'jia' }, [], TODAY)).toBeUndefined();
  });

  it('refuses who did the step just before, and only that one, when the same person is excluded', () => {
    // given
    const second = step({ samePersonPolicy: 'exclude' });
    const history = [did('xin', 'none', { endedAt: 400 }), did('wu', 'none', { endedAt: 1000 }), did('ji', 'none', { endedAt: 2000 })];
    // when
    const refusals = ['xin', 'wu', 'ji'].map((id) => refusalOf(person(id), second, history, TODAY)?.code);
    // then
    expect(refusals).toEqual([undefined, 'assignment.SAME_PERSON', undefined]);
  });

  it.each<[Record<string, string>, boolean]>([
    [{}, false],
    [{ duty: 'none' }, false],
    [{ duty: 'review' }, true],
    [{ exclude: 'Draft' }, true],
    [{ starterPolicy: 'superior' }, true],
    [{ starterPolicy: 'skip' }, true],
    [{ samePersonPolicy: 'skip' }, false],
    [{ samePersonPolicy: 'exclude' }, true],
  ])('knows whether %j needs the history', (settings, expected) => {
    expect(needsHistory(step(settings).rule)).toBe(expected);
  });
});

describe('what everybody did in a case', () => {
  it('counts the officers, ended steps by who ended them and open steps by who holds them', () => {
    // given
    const investigate: ModelElement = {
      id: 'Investigate',
      type: 'bpmn:UserTask',
      extensions: { [ASSIGNMENT]: { kind: 'field', value: 'officers.lead', duty: 'investigate' } },
    };
    const tasks = [
      task({ endedBy: 'jia', assigneeId: 'jia', endedAt: new Date(500) }),
      task({ state: 'ASSIGNED', assigneeId: 'xin', nodeId: 'Approve', nodeName: '审批' }),
      task({ state: 'READY' }),
      task({ state: 'CANCELLED', assigneeId: 'mao' }),
      task({ kind: 'REWORK', endedBy: 'mao', endedAt: new Date(600) }),
    ];
    // when
    const performances = performancesOf(tasks, model(investigate), ['jia', 'yi']);
    // then
    expect(performances).toEqual([
      { personId: 'jia', duty: 'investigate' },
      { personId: 'yi', duty: 'investigate' },
      { personId: 'jia', duty: 'investigate', nodeId: 'Investigate', nodeName: '调查取证', endedAt: 500 },
      { personId: 'xin', duty: 'none', nodeId: 'Approve', nodeName: '审批' },
    ]);
  });

  it('refuses a reviewer who is one of the officers though they never ended a step', () => {
    // given
    const history = performancesOf([], undefined, ['jia', 'yi']);
    // when
    const refusal = refusalOf(person('yi', profession), step({ duty: 'review' }), history, TODAY);
    // then
    expect(refusal?.code).toBe('assignment.REVIEWER_CONFLICT');
    expect(refusal?.params).not.toHaveProperty('earlierStep');
  });
});

describe('two certified officers', () => {
  it('accepts two officers whose certificates were valid on the last day of validity', () => {
    expect(officersRefusal([person('jia', enforcement), person('yi', enforcement)], '2026-09-01')).toBeUndefined();
  });

  it('refuses a certificate that had expired when the record was made, and says whose (AC-21 c)', () => {
    // given
    const officers = [person('jia', { ...enforcement, validTo: '2027-12-31' }), person('yi', enforcement)];
    // when
    const refusal = officersRefusal(officers, '2026-09-05');
    // then
    expect(refusal).toMatchObject({ code: 'assignment.OFFICER_INVALID', params: { personId: 'yi', person: 'yi样例', date: '2026-09-05' } });
  });

  it('refuses one officer named twice, and one officer alone', () => {
    // given
    const jia = person('jia', enforcement);
    // when
    const codes = [[jia, jia], [jia], []].map((officers) => officersRefusal(officers, '2026-08-01')?.code);
    // then
    expect(codes).toEqual(Array(3).fill('assignment.LESS_THAN_TWO_OFFICERS'));
  });

  it('refuses a legal qualification in place of an enforcement certificate', () => {
    // given
    const officers = [person('jia', enforcement), person('bing', profession)];
    // when
    const refusal = officersRefusal(officers, '2026-08-01');
    // then
    expect(refusal).toMatchObject({ code: 'assignment.OFFICER_INVALID', params: { personId: 'bing' } });
  });
});
