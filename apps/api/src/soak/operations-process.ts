/** Key of the process on which people try every operation while servers die. */
export const OPERATIONS = 'operations-sample';

const LOOSE =
  '<rework:return mode="DIRECT" modeChoice="RETURNER_CHOOSES" allowCrossParallel="true" afterJoin="EITHER" takeBack="UNTIL_DECIDED"/>';
const step = (id: string, people: string, more = ''): string =>
  `<userTask id="${id}" name="${id}"><extensionElements><assignment:assignment kind="person" value="${people}"/>${more}${LOOSE}</extensionElements></userTask>`;
const flow = (from: string, to: string): string => `<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}"/>`;

/** One prepares, three sign together, two more decide one after the other. The second version has a step more before the end. */
export const operationsModel = (version: 1 | 2): string => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0" xmlns:rework="urn:fashen:rework:1.0"
 xmlns:approval="urn:fashen:approval:1.0" id="operations_sample" targetNamespace="urn:fashen:samples">
<process id="${OPERATIONS}" name="办理操作" isExecutable="true"><startEvent id="s"/>${step('A', 'jia')}${step('B', 'xin')}
${step('Sign', 'bing zi gui', '<approval:sign mode="all"/>')}${step('C', 'mao')}${step('D', 'ding')}${version === 2 ? step('E', 'yi') : ''}<endEvent id="e"/>
${flow('s', 'A')}${flow('A', 'B')}${flow('B', 'Sign')}${flow('Sign', 'C')}${flow('C', 'D')}${version === 2 ? flow('D', 'E') + flow('E', 'e') : flow('D', 'e')}</process></definitions>`;
