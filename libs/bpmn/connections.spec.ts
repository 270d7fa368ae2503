import { BpmnModdle } from 'bpmn-moddle';
import { bpmnlintFindings } from './bpmnlint-rules';
import { noteConnections } from './connections';
import { executableProcesses } from './executable-processes';
import { elementsIn } from './extensions';
import type { ModdleElement } from './moddle-element';

const treeOf = async (body: string): Promise<ModdleElement> => {
  const xml = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="urn:test">${body}</definitions>`;
  return (await new BpmnModdle().fromXML(xml)).rootElement;
};

const LINE = `<startEvent id="s" name="S"/><userTask id="t" name="T"/><endEvent id="e" name="E"/>
  <sequenceFlow id="f1" sourceRef="s" targetRef="t"/><sequenceFlow id="f2" sourceRef="t" targetRef="e"/>`;

describe('connections of a tree', () => {
  it('are completed from the flows, once, also in sub-processes', async () => {
    // given
    const tree = await treeOf(`<process id="p"><subProcess id="sub">${LINE}</subProcess></process>`);
    // when
    noteConnections(tree);
    noteConnections(tree);
    // then
    const [process] = executableProcesses(tree);
    const [sub] = elementsIn(process?.['flowElements']);
    const task = elementsIn(sub?.['flowElements']).find(({ id }) => id === 't');
    expect(elementsIn(task?.['incoming']).map(({ id }) => id)).toEqual(['f1']);
    expect(elementsIn(task?.['outgoing']).map(({ id }) => id)).toEqual(['f2']);
  });

  it('let bpmnlint see what hangs loose and nothing else', async () => {
    // given
    const tree = await treeOf(`<process id="p" isExecutable="true">${LINE}<userTask id="loose" name="L"/></process>`);
    noteConnections(tree);
    // when
    const findings = await bpmnlintFindings(tree);
    // then
    expect(findings).toEqual([{ rule: 'engine.bpmnlint.no-disconnected', severity: 'error', elementId: 'loose' }]);
  });
});

describe('processes that run', () => {
  it('are those marked so, or the only one', async () => {
    // given
    const one = await treeOf('<process id="a"/>');
    const marked = await treeOf('<process id="a"/><process id="b" isExecutable="true"/>');
    const unmarked = await treeOf('<process id="a"/><process id="b"/>');
    // when
    const found = [one, marked, unmarked].map((tree) => executableProcesses(tree).map(({ id }) => id));
    // then
    expect(found).toEqual([['a'], ['b'], []]);
  });
});
