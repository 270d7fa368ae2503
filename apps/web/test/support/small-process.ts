import { Client } from './client';
import type { TestServer } from './server';

/** A step of a small process: id, name, and what stands in its extension elements. */
export interface SmallStep {
  readonly id: string;
  readonly name: string;
  readonly inside: string;
}

/** Who does a step. */
export const doneBy = (personId: string): string => `<assignment:assignment kind="person" value="${personId}"/>`;

/** A drawing whose steps follow each other. */
export function drawn(key: string, name: string, steps: readonly SmallStep[]): string {
  const ids = ['begin', ...steps.map(({ id }) => id), 'finish'];
  const flows = ids.slice(1).map((id, at) => ({ id: `to_${id}`, from: ids[at] ?? '', to: id }));
  const ends = (id: string): string =>
    flows
      .map(({ id: flow, from, to }) => (to === id ? `<incoming>${flow}</incoming>` : from === id ? `<outgoing>${flow}</outgoing>` : ''))
      .join('');
  const tasks = steps.map(
    ({ id, name: label, inside }) =>
      `<userTask id="${id}" name="${label}"><extensionElements>${inside}</extensionElements>${ends(id)}</userTask>`,
  );
  const shapes = ids.map((id, at) => {
    const isTask = at > 0 && at < ids.length - 1;
    const box = isTask ? `y="80" width="100" height="80"` : `y="102" width="36" height="36"`;
    return `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${100 + at * 160}" ${box}/></bpmndi:BPMNShape>`;
  });
  const edges = flows.map(({ id }, at) => {
    const [x, y] = [100 + at * 160 + (at === 0 ? 36 : 100), 120];
    const points = `<di:waypoint x="${x}" y="${y}"/><di:waypoint x="${100 + (at + 1) * 160}" y="${y}"/>`;
    return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points}</bpmndi:BPMNEdge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
  xmlns:assignment="urn:fashen:assignment:1.0" xmlns:form="urn:fashen:form:1.0" xmlns:case-control="urn:fashen:case-control:1.0"
  id="d_${key}" targetNamespace="urn:test">
  <process id="${key}" name="${name}" isExecutable="true">
    <startEvent id="begin" name="开始">${ends('begin')}</startEvent>${tasks.join('')}<endEvent id="finish" name="结束">${ends('finish')}</endEvent>
    ${flows.map(({ id, from, to }) => `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`).join('')}
  </process>
  <bpmndi:BPMNDiagram id="diagram"><bpmndi:BPMNPlane id="plane" bpmnElement="${key}">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</definitions>`;
}

/** Publishes a drawing over the API. */
export async function publishDrawing(server: TestServer, key: string, xml: string): Promise<void> {
  const modeler = await Client.signIn(server, 'ren');
  await modeler.post(`/processes/${key}/publication`, { xml, reason: '试行' });
}

/** Starts cases of a process that has no start form. Answers their ids. */
export async function startCases(server: TestServer, definitionKey: string, titles: readonly string[]): Promise<readonly string[]> {
  const officer = await Client.signIn(server, 'jia');
  const ids: string[] = [];
  for (const title of titles) {
    const { id } = await officer.post<{ id: string }>('/cases', { definitionKey, title, data: {} });
    ids.push(id);
  }
  return ids;
}
