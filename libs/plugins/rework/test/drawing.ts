/** What the tests draw. Steps are done by persons of the sample bureau. */

/** A user task done by one person; `rework` are attributes of its settings. */
export function step(id: string, person: string, rework = '', inside = ''): string {
  const settings = rework === '' ? '' : `<rework:return ${rework}/>`;
  return `<userTask id="${id}" name="${id}"><extensionElements><assignment:assignment kind="person" value="${person}"/>${settings}</extensionElements>${inside}</userTask>`;
}

/** A user task several persons of a role may claim. */
export function roleStep(id: string, role: string, rework = ''): string {
  return `<userTask id="${id}" name="${id}"><extensionElements><assignment:assignment kind="role" value="${role}"/>${rework === '' ? '' : `<rework:return ${rework}/>`}</extensionElements></userTask>`;
}

/** A user task several people sign, each in a seat of his own. */
export function seatStep(id: string, people: string, rework = ''): string {
  return `<userTask id="${id}" name="${id}"><extensionElements><assignment:assignment kind="role" value="chief-head"/><stage:signers people="${people}"/>${rework === '' ? '' : `<rework:return ${rework}/>`}</extensionElements></userTask>`;
}

/** Flows along chains, such as `s -> A -[x = 1]-> B`. Ids are `from_to`. */
export const flows = (...chains: readonly string[]): string => chains.map(chain).join('');

function chain(text: string): string {
  const parts = text.split(/\s*(-(?:\[.*?\]-)?>)\s*/);
  const made: string[] = [];
  for (let at = 0; at + 2 < parts.length; at += 2) {
    const [from = '', arrow = '', to = ''] = parts.slice(at, at + 3);
    const condition = /\[(.*)\]/.exec(arrow)?.[1]?.replaceAll('<', '&lt;').replaceAll('"', '&quot;');
    const inside = condition === undefined ? '' : `<conditionExpression xsi:type="tFormalExpression">= ${condition}</conditionExpression>`;
    made.push(`<sequenceFlow id="${from}_${to}" sourceRef="${from}" targetRef="${to}">${inside}</sequenceFlow>`);
  }
  return made.join('');
}

/** Start and end of a process. */
export const ends = '<startEvent id="s"/><endEvent id="e"/>';

/** A parallel split and its join. */
export const both = '<parallelGateway id="split"/><parallelGateway id="join"/>';

/** A timer that goes off after a time. */
export const timer = (duration: string): string => `<timerEventDefinition><timeDuration>${duration}</timeDuration></timerEventDefinition>`;

/** A file with one process. `withdrawal`: attributes of its settings about withdrawing. */
export function fileOf(id: string, inside: string, withdrawal = ''): string {
  const settings = withdrawal === '' ? '' : `<extensionElements><rework:withdrawal ${withdrawal}/></extensionElements>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0"
 xmlns:rework="urn:fashen:rework:1.0" xmlns:stage="urn:fashen:stage:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="d_${id}" targetNamespace="urn:fashen:test">
<process id="${id}" name="${id}" isExecutable="true">${settings}${inside}</process></definitions>`;
}
