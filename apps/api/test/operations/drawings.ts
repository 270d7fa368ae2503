/** Attributes of a step that may be returned in both ways and taken back. */
const LOOSE =
  '<rework:return mode="DIRECT" modeChoice="RETURNER_CHOOSES" allowCrossParallel="true" afterJoin="EITHER" takeBack="UNTIL_DECIDED"/>';
const FINAL = LOOSE.replace('/>', ' onNotPassed="END_REJECTED"/>');
const BATCH = '<case-control:batch allowed="true"/>';
const SAYS = '<opinion:policy required="true" minLength="2"/>';

const task = (id: string, given: string, more: string): string =>
  `<userTask id="${id}" name="${id}"><extensionElements><assignment:assignment ${given}/>${more}</extensionElements></userTask>`;
const step = (id: string, people: string, more = LOOSE): string => task(id, `kind="person" value="${people}"`, more);
const pool = (id: string, role: string, more = LOOSE): string => task(id, `kind="role" value="${role}"`, more);
/** Filled in by each of them; what needs no vote is allowed. */
const filled = (id: string, people: string, order: string): string =>
  step(
    id,
    people,
    `<form:binding form="part"/><approval:sign mode="each" order="${order}" operations="transfer delegate before parallel remove rework"/>${LOOSE}`,
  );
const signed = (id: string, people: string, attributes: string): string => step(id, people, `<approval:sign ${attributes}/>${LOOSE}`);

/** Flows along a chain of ids. */
const flows = (...chains: readonly string[]): string =>
  chains
    .map((chain) => chain.split(' '))
    .flatMap((ids) => ids.slice(1).map((to, at) => [ids[at] ?? '', to] as const))
    .map(([from, to]) => `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}"/>`)
    .join('');

const ends = '<startEvent id="s"/><endEvent id="e"/>';
const both = '<parallelGateway id="split"/><parallelGateway id="join"/>';
const again =
  '<exclusiveGateway id="x" default="x_C"/><sequenceFlow id="x_A" sourceRef="x" targetRef="A"><conditionExpression xsi:type="tFormalExpression">= B.result != "passed"</conditionExpression></sequenceFlow>';
const wait = '<timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition>';
const term = `<boundaryEvent id="late" attachedToRef="B" cancelActivity="false">${wait}</boundaryEvent><endEvent id="e2"/>`;

const INSIDES: Readonly<Record<string, string>> = {
  line: `${pool('A', 'handling-officer', LOOSE + BATCH)}${step('B', 'xin', LOOSE + SAYS)}${step('C', 'mao', FINAL + BATCH)}${flows('s A B C e')}`,
  branches: `${both}${step('A', 'jia')}${pool('L', 'handling-officer')}${signed('M', 'bing ding', 'mode="all"')}${step('R', 'mao', FINAL)}${step('Z', 'wu', LOOSE + SAYS)}${flows('s A split L M join Z e', 'split R join')}`,
  loop: `${again}${step('A', 'jia', LOOSE + BATCH)}${signed('B', 'bing ding wu', 'mode="all"')}${step('C', 'xin', FINAL + SAYS)}${flows('s A B x C e')}`,
  each: `${step('A', 'jia', LOOSE + BATCH)}${filled('V', 'bing ding wu', 'sequential')}${step('C', 'xin')}${filled('W', 'bing mao', 'parallel')}${step('Z', 'xin', FINAL)}${flows('s A V C W Z e')}`,
  inside: `${step('A', 'jia')}${step('Z', 'wu', FINAL)}<subProcess id="sub"><startEvent id="s1"/><endEvent id="e1"/>${step('I', 'xin', LOOSE + SAYS)}${signed('J', 'bing ding wu', 'mode="sequential"')}${flows('s1 I J e1')}</subProcess>${flows('s A sub Z e')}`,
  ratio: `${step('A', 'jia', LOOSE + BATCH)}${signed('B', 'bing ding wu mao', 'mode="ratio" threshold="2/3" abstain="excluded"')}${step('C', 'xin', FINAL)}${flows('s A B C e')}`,
  chair: `${pool('A', 'handling-officer')}${signed('B', 'bing ding wu', 'mode="count" threshold="2" chair="person:wu" weights="person:wu=2" veto="person:ding" earlyPass="false"')}${step('C', 'xin', FINAL + BATCH)}${flows('s A B C e')}`,
  caller: `${both}${step('A', 'jia')}${step('R', 'mao', LOOSE + BATCH)}${step('Z', 'wu', FINAL)}<callActivity id="call" calledElement="line"/>${flows('s A split call join Z e', 'split R join')}`,
  terms: `${term}${step('A', 'jia')}${step('B', 'xin')}${step('C', 'wu', FINAL + BATCH)}${step('chase', 'ji')}${flows('s A B C e', 'late chase e2')}`,
};

/** Small processes that together have each way a case can go, by key. */
export const DRAWINGS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(INSIDES).map(([key, inside]) => [key, fileOf(key, `${ends}${inside}`)]),
);

const places = (marked: RegExp): readonly string[] =>
  Object.entries(INSIDES).flatMap(([key, inside]) =>
    [...inside.matchAll(/<userTask id="(\w+)".*?<\/userTask>/g)].flatMap(([xml, id]) => (marked.test(xml) ? [`${key}.${id}`] : [])),
  );

/** Steps with some quality, each as `<process>.<step>`. */
export const PLACES = {
  all: places(/./),
  signed: places(/approval:sign (?!mode="each")/),
  filled: places(/mode="each"/),
  batch: places(/case-control:batch/),
  opinion: places(/opinion:policy/),
  rejecting: places(/END_REJECTED/),
} as const;

/** A step that its term takes away, by the key `cut`. */
export const CUT = fileOf(
  'cut',
  `${ends}<boundaryEvent id="over" attachedToRef="B">${wait}</boundaryEvent><endEvent id="e2"/>${step('A', 'jia')}${step('B', 'xin')}${step('C', 'wu')}${step('chase', 'ji')}${flows('s A B C e', 'over chase e2')}`,
);

/** Another version of a drawing: the same way under another name, and one step more before the end. */
export function nextVersion(xml: string): string {
  const longer = `${step('Q', 'ji')}${flows('Q e')}`;
  return xml
    .replaceAll('targetRef="e"/>', 'targetRef="Q"/>')
    .replace('</process>', `${longer}</process>`)
    .replace(' isExecutable', ' isClosed="false" isExecutable');
}

function fileOf(id: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0" xmlns:rework="urn:fashen:rework:1.0"
 xmlns:approval="urn:fashen:approval:1.0" xmlns:form="urn:fashen:form:1.0" xmlns:opinion="urn:fashen:opinion:1.0" xmlns:case-control="urn:fashen:case-control:1.0"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d_${id}" targetNamespace="urn:fashen:test">
<process id="${id}" name="${id}" isExecutable="true">${inside}</process></definitions>`;
}
