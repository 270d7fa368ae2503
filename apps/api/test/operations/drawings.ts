/** Attributes of a step that may be returned, taken back and returned directly. */
const LOOSE = '<rework:return mode="DIRECT" allowCrossParallel="true" afterJoin="EITHER" takeBack="UNTIL_DECIDED"/>';

const step = (id: string, people: string, more = LOOSE): string =>
  `<userTask id="${id}" name="${id}"><extensionElements><assignment:assignment kind="person" value="${people}"/>${more}</extensionElements></userTask>`;

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
  line: `${step('A', 'jia')}${step('B', 'xin')}${step('C', 'mao')}${flows('s A B C e')}`,
  branches: `${both}${step('A', 'jia')}${step('L', 'yi')}${signed('M', 'bing ding', 'mode="all"')}${step('R', 'mao')}${step('Z', 'wu')}${flows('s A split L M join Z e', 'split R join')}`,
  loop: `${again}${step('A', 'jia')}${signed('B', 'bing ding wu', 'mode="all"')}${step('C', 'xin')}${flows('s A B x C e')}`,
  inside: `${step('A', 'jia')}${step('Z', 'wu')}<subProcess id="sub"><startEvent id="s1"/><endEvent id="e1"/>${step('I', 'xin')}${signed('J', 'bing ding wu', 'mode="sequential"')}${flows('s1 I J e1')}</subProcess>${flows('s A sub Z e')}`,
  ratio: `${step('A', 'jia')}${signed('B', 'bing ding wu mao', 'mode="ratio" threshold="2/3" abstain="excluded"')}${step('C', 'xin')}${flows('s A B C e')}`,
  caller: `${both}${step('A', 'jia')}${step('R', 'mao')}${step('Z', 'wu')}<callActivity id="call" calledElement="line"/>${flows('s A split call join Z e', 'split R join')}`,
  terms: `${term}${step('A', 'jia')}${step('B', 'xin')}${step('C', 'wu')}${step('chase', 'ji')}${flows('s A B C e', 'late chase e2')}`,
};

/** Small processes that together have each way a case can go, by key. */
export const DRAWINGS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(INSIDES).map(([key, inside]) => [key, fileOf(key, `${ends}${inside}`)]),
);

function fileOf(id: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0" xmlns:rework="urn:fashen:rework:1.0"
 xmlns:approval="urn:fashen:approval:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d_${id}" targetNamespace="urn:fashen:test">
<process id="${id}" name="${id}" isExecutable="true">${inside}</process></definitions>`;
}
