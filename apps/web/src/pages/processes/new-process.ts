/** Names in a new drawing. */
export interface NewDrawing {
  readonly key: string;
  readonly name: string;
  readonly start: string;
  readonly step: string;
  readonly end: string;
}

const NAMESPACES = [
  'xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"',
  'xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"',
  'xmlns:di="http://www.omg.org/spec/DD/20100524/DI"',
  'xmlns:assignment="urn:fashen:assignment:1.0"',
].join(' ');

/** The smallest drawing that may be published: start, one step done by whoever started the case, end. */
export function newProcessXml({ key, name, start, step, end }: NewDrawing): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions ${NAMESPACES} id="definitions" targetNamespace="urn:fashen:processes">
  <bpmn:process id="${escaped(key)}" name="${escaped(name)}" isExecutable="true">
    <bpmn:startEvent id="start" name="${escaped(start)}">
      <bpmn:outgoing>toStep</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:userTask id="step" name="${escaped(step)}">
      <bpmn:extensionElements>
        <assignment:assignment kind="starter" duty="none" />
      </bpmn:extensionElements>
      <bpmn:incoming>toStep</bpmn:incoming>
      <bpmn:outgoing>toEnd</bpmn:outgoing>
    </bpmn:userTask>
    <bpmn:endEvent id="end" name="${escaped(end)}">
      <bpmn:incoming>toEnd</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="toStep" sourceRef="start" targetRef="step" />
    <bpmn:sequenceFlow id="toEnd" sourceRef="step" targetRef="end" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="diagram">
    <bpmndi:BPMNPlane id="plane" bpmnElement="${escaped(key)}">
      ${shape('start', 'x="200" y="162" width="36" height="36"')}
      ${shape('step', 'x="300" y="140" width="120" height="80"')}
      ${shape('end', 'x="490" y="162" width="36" height="36"')}
      ${edge('toStep', 236, 300)}
      ${edge('toEnd', 420, 490)}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

const shape = (id: string, bounds: string): string =>
  `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds ${bounds} /></bpmndi:BPMNShape>`;

const edge = (id: string, from: number, to: number): string =>
  `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${from}" y="180" /><di:waypoint x="${to}" y="180" /></bpmndi:BPMNEdge>`;

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
