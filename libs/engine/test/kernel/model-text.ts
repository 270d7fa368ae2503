const NAMESPACES =
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:engine="urn:fashen:engine:1.0"';

/** A BPMN file around the inside of one process. `root` goes beside the process: messages, errors. */
export const fileOf = (body: string, root = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><definitions id="Defs" ${NAMESPACES} targetNamespace="t">${root}<process id="P" isExecutable="true">${body}</process></definitions>`;

/** Sequence flows written as `a -> b -> c`; `a -[x = 1]-> b` has a condition. Flow ids are `a_b`. */
export const flows = (...chains: readonly string[]): string => chains.map(chain).join('');

function chain(text: string): string {
  const parts = text.split(/\s*(-(?:\[.*?\]-)?>)\s*/);
  const made: string[] = [];
  for (let at = 0; at + 2 < parts.length; at += 2) {
    const [from = '', arrow = '', to = ''] = parts.slice(at, at + 3);
    made.push(flow(from.trim(), to.trim(), /\[(.*)\]/.exec(arrow)?.[1]));
  }
  return made.join('');
}

/** One sequence flow. */
export function flow(from: string, to: string, condition?: string, id = `${from}_${to}`): string {
  const text = condition?.replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  const inner = text === undefined ? '' : `<conditionExpression xsi:type="tFormalExpression">= ${text}</conditionExpression>`;
  return `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${inner}</sequenceFlow>`;
}

/** User tasks. */
export const tasks = (...ids: readonly string[]): string => ids.map((id) => `<userTask id="${id}"/>`).join('');

/** A start event `s` and an end event `e`. */
export const ends = '<startEvent id="s"/><endEvent id="e"/>';

/** A timer definition. */
export const timer = (text: string, kind: 'timeDuration' | 'timeDate' | 'timeCycle' = 'timeDuration'): string =>
  `<timerEventDefinition><${kind}>${text}</${kind}></timerEventDefinition>`;

export const message = '<messageEventDefinition messageRef="M"/>';
export const error = '<errorEventDefinition errorRef="E"/>';
export const anyError = '<errorEventDefinition/>';
/** Root elements for `message` and `error`. */
export const roots =
  '<message id="M" name="paid"/><error id="E" errorCode="E1"/><message id="M2" name="refused"/><error id="E2" errorCode="E2"/>';
