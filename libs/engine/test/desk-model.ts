import { fileOf } from './kernel/model-text';

/** A BPMN file whose elements may use `desk:` extensions. */
export function deskFile(inside: string, more = '', id = 'P'): string {
  return fileOf(inside, more).replace('<definitions ', '<definitions xmlns:desk="urn:fashen:desk:1.0" ').replace('id="P"', `id="${id}"`);
}

/** A user task somebody holds or may claim: `held('A', 'assignee="jia"')`. */
export function held(id: string, attributes: string, inside = ''): string {
  return `<userTask id="${id}" name="${id}"><extensionElements><desk:holder ${attributes}/></extensionElements>${inside}</userTask>`;
}

/** A service task that answers as told: `auto('S', 'job', 'sent')`. */
export function auto(id: string, answer: string, set: string): string {
  return `<serviceTask id="${id}"><extensionElements><desk:auto answer="${answer}" set="${set}"/></extensionElements></serviceTask>`;
}
