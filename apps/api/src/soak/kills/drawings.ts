/** Title of every case. */
export const CASE_TITLE = '样例案件';

/** Keys of the processes on which operations are killed. */
export const DESK = 'kills-desk';
export const STATUTORY = 'kills-statutory';
export const WORDS = 'kills-words';
export const MESSAGE = 'kills-message';
export const CLOCKS = 'kills-clocks';
export const REVIEW = 'kills-review';
export const SERVED = 'kills-served';
export const LEAVING = 'kills-leaving';
export const MOVED = 'kills-moved';

const LOOSE =
  '<rework:return mode="DIRECT" modeChoice="RETURNER_CHOOSES" allowCrossParallel="true" afterJoin="EITHER" takeBack="UNTIL_DECIDED" onNotPassed="END_REJECTED"/>';
const BATCH = '<case-control:batch allowed="true"/>';
const person = (value: string): string => `<assignment:assignment kind="person" value="${value}"/>`;
const role = (value: string, duty = 'none'): string => `<assignment:assignment kind="role" value="${value}" duty="${duty}"/>`;
const step = (id: string, ...inside: readonly string[]): string =>
  `<userTask id="${id}" name="${id}"><extensionElements>${inside.join('')}</extensionElements></userTask>`;
/** Flows along a chain of ids. */
const chain = (...ids: readonly string[]): string =>
  ids
    .slice(1)
    .map((to, at) => `<sequenceFlow id="${ids[at]}_${to}" sourceRef="${ids[at]}" targetRef="${to}"/>`)
    .join('');
const when = (from: string, to: string, condition: string): string =>
  `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}"><conditionExpression xsi:type="tFormalExpression">= ${condition}</conditionExpression></sequenceFlow>`;

const officers = role('handling-officer');
const signed = step('Sign', person('bing zi gui'), '<approval:sign mode="all"/>', LOOSE);

const investigator = '<assignment:assignment kind="starter" duty="investigate"/>';
const FORM = 'kills-form';
const formed = `<form:binding form="${FORM}"/>`;
const text = (key: string): object => ({ type: 'textfield', id: `f_${key.replace('.', '_')}`, key, label: key });
const kinds = (key: string): object => ({
  type: 'checklist',
  id: `f_${key.replace('.', '_')}`,
  key,
  label: key,
  values: [{ label: 'FINE', value: 'FINE' }],
});
const yes = (key: string): object => ({ type: 'checkbox', id: `f_${key.replace('.', '_')}`, key, label: key });
const sum = (key: string): object => ({ type: 'number', id: `f_${key.replace('.', '_')}`, key, label: key });

/** Whatever is answered in the review and before. */
export const form = {
  type: 'default',
  id: FORM,
  components: [
    ...['officers.lead', 'officers.co', 'party.name', 'party.type'].map(text),
    ...[
      kinds('draft.kinds'),
      sum('draft.fine'),
      kinds('notice.kinds'),
      sum('notice.fine'),
      yes('notice.served'),
      yes('notice.hearingRightTold'),
    ],
    ...[
      'notice.servedOn',
      'notice.windowEndsOn',
      'statement.kind',
      'statement.receivedOn',
      'answer.action',
      'answer.text',
      'service.servedOn',
      'disclosure.publishedOn',
    ].map(text),
  ],
};

/** A draft, its catalog, a review that is signed, and a decision; what does not pass is answered. */
const review = [
  step('draft', investigator, formed, '<legal-review:draft/>'),
  '<businessRuleTask id="catalog" name="catalog"><extensionElements><legal-review:catalog/></extensionElements></businessRuleTask>',
  '<exclusiveGateway id="needed" default="needed_review"/><exclusiveGateway id="opinion" default="opinion_answer"/><exclusiveGateway id="answered" default="answered_draft"/>',
  '<exclusiveGateway id="decided" default="decided_draft"/>',
  step('review', role('legal-reviewer', 'review'), '<legal-review:review/>'),
  step('sign', role('legal-section-head', 'sign-review'), '<legal-review:signature/>'),
  step('answer', investigator, formed),
  step('notice', investigator, formed),
  step('decide', role('chief-head deputy-head', 'decide'), '<legal-review:decision/>'),
  chain('s', 'draft', 'catalog', 'needed', 'review', 'sign', 'opinion', 'answer', 'answered', 'draft'),
  when('needed', 'notice', 'catalog.depth = &quot;NONE&quot;') + when('opinion', 'notice', 'review.passed = true'),
  when('answered', 'review', 'answer.action = &quot;DISPUTE&quot;') + chain('notice', 'decide', 'decided', 'draft'),
  when('decided', 'e', 'decision.approved = true'),
].join('');

const lastDay = '<deadline:term period="legal-review"/>';
const INSIDES: readonly (readonly [key: string, inside: string, more?: { readonly before?: string; readonly start?: string }])[] = [
  [
    DESK,
    step('A', officers, LOOSE, BATCH) +
      step('B', person('xin'), LOOSE) +
      signed +
      step('C', person('mao'), LOOSE) +
      chain('s', 'A', 'B', 'Sign', 'C', 'e'),
  ],
  [STATUTORY, step('A', person('xin'), '<case-control:control statutory="true"/>') + chain('s', 'A', 'e')],
  [
    WORDS,
    step('A', person('mao'), '<opinion:policy required="true" minLength="2"/>') +
      step('B', person('xin'), '<opinion:policy required="true" minLength="2" signature="password"/>') +
      step('C', person('yi')) +
      chain('s', 'A', 'B', 'C', 'e'),
  ],
  [
    MESSAGE,
    `<intermediateCatchEvent id="wait"><messageEventDefinition messageRef="m"/></intermediateCatchEvent>${step('A', officers)}${chain('s', 'wait', 'A', 'e')}`,
    { before: '<message id="m" name="answer"/>' },
  ],
  [
    CLOCKS,
    step('A', '<assignment:assignment kind="starter"/>') +
      step('B', person('bing'), lastDay) +
      step('C', person('yi')) +
      chain('s', 'A', 'B', 'C', 'e'),
  ],
  [REVIEW, review, { start: `<extensionElements>${formed}</extensionElements>` }],
  [SERVED, step('A', '<assignment:assignment kind="starter"/>', formed) + step('B', person('yi')) + chain('s', 'A', 'B', 'e')],
  [LEAVING, step('A', person('chou')) + chain('s', 'A', 'e')],
  [MOVED, step('A', officers) + step('C', person('mao')) + chain('s', 'A', 'C', 'e')],
  [MOVED, step('A', officers) + step('B', person('xin')) + step('C', person('mao')) + chain('s', 'A', 'B', 'C', 'e')],
];

/** All of them, in the order of their versions. */
export const drawings: readonly { readonly key: string; readonly xml: string }[] = INSIDES.map(
  ([key, inside, { before = '', start = '' } = {}]) => ({
    key,
    xml: `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0" xmlns:rework="urn:fashen:rework:1.0"
 xmlns:approval="urn:fashen:approval:1.0" xmlns:opinion="urn:fashen:opinion:1.0" xmlns:case-control="urn:fashen:case-control:1.0"
 xmlns:deadline="urn:fashen:deadline:1.0" xmlns:form="urn:fashen:form:1.0" xmlns:legal-review="urn:fashen:legal-review:1.0"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d_${key}" targetNamespace="urn:fashen:samples">${before}
<process id="${key}" name="${key}" isExecutable="true"><startEvent id="s">${start}</startEvent>${inside}<endEvent id="e"/></process></definitions>`,
  }),
);
