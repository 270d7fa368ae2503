import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileProcess, step, unsupported } from '../kernel';
import { parseModel } from './parse-model';

const wrap = (body: string, root = ''): string =>
  `<definitions id="Defs" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:engine="urn:fashen:engine:1.0" xmlns:demo="urn:fashen:demo:1.0" targetNamespace="t">${root}<process id="P" isExecutable="true">${body}</process></definitions>`;
const line = (inner: string): string =>
  `<startEvent id="s"/><endEvent id="e"/>${inner}<sequenceFlow id="f1" sourceRef="s" targetRef="x"/><sequenceFlow id="f2" sourceRef="x" targetRef="e"/>`;
const demo = {
  name: 'Demo',
  prefix: 'demo',
  uri: 'urn:fashen:demo:1.0',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'Policy',
      superClass: ['Element'],
      properties: [
        { name: 'needed', isAttr: true, type: 'Integer' },
        { name: 'kind', isAttr: true, type: 'String' },
        { name: 'rules', isMany: true, type: 'Rule' },
      ],
    },
    { name: 'Rule', superClass: ['Element'], properties: [{ name: 'code', isAttr: true, type: 'String' }] },
  ],
};
const rulesOf = async (xml: string | Uint8Array): Promise<readonly string[]> =>
  (await parseModel(xml)).problems.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);

describe('reading a file', () => {
  it('gives lint rules elements with extensions and flows', async () => {
    // when
    const { model, problems } = await parseModel(
      wrap(
        line(
          '<userTask id="x" name="会签"><extensionElements><demo:policy needed="2" kind="all"><demo:rule code="A"/></demo:policy></extensionElements></userTask><boundaryEvent id="b" attachedToRef="x" cancelActivity="false"/>',
        ),
      ),
      { demo },
    );
    // then
    expect(problems).toEqual([]);
    expect(model?.processId).toBe('P');
    expect(model?.elements.get('x')).toEqual({
      id: 'x',
      type: 'bpmn:UserTask',
      name: '会签',
      parentId: 'P',
      extensions: { 'demo:Policy': { needed: 2, kind: 'all', rules: [{ code: 'A' }] } },
    });
    expect(model?.elements.get('b')).toMatchObject({ attachedToId: 'x', isInterrupting: false });
    expect(model?.flows).toEqual([
      { id: 'f1', sourceId: 's', targetId: 'x', isDefault: false },
      { id: 'f2', sourceId: 'x', targetId: 'e', isDefault: false },
    ]);
  });

  it('reads and runs the ordinary penalty procedure', async () => {
    // given
    const xml = readFileSync(join(__dirname, '../../../processes/penalty-ordinary/penalty-ordinary.bpmn'));
    const { source, problems } = await parseModel(xml);
    // then: without the plugins of the product their extensions are unknown
    const others = problems.filter(({ rule }) => rule !== 'engine.unknown-extension');
    expect(others).toEqual([]);
    expect(source && unsupported(source)).toEqual([]);
    const result = source && step(compileProcess(source), { variables: {} }, { kind: 'start' }, { now: new Date('2026-03-02T01:00:00Z') });
    expect(result?.waits.map(({ nodeId }) => nodeId)).toEqual(['proposeFiling']);
    expect(JSON.stringify(result?.state).length).toBeLessThan(1_000);
  });

  it.each([
    ['no XML', 'hello', 'engine.not-xml'],
    ['nothing', '', 'engine.not-xml'],
    ['a cut file', wrap(line('')).slice(0, 300), 'engine.not-xml'],
    ['other XML', '<html><body/></html>', 'engine.not-xml'],
    ['a document type', `<!DOCTYPE x [<!ENTITY a "b">]>${wrap('')}`, 'engine.doctype'],
    ['a NUL', wrap('').replace('id="P"', 'id="P\0"'), 'engine.not-utf8'],
    ['a lone surrogate', wrap('<userTask id="a" name="\uD800"/>'), 'engine.not-utf8'],
    ['GBK bytes', new Uint8Array([0x3c, 0x61, 0x20, 0xb7, 0xa8, 0xc9, 0xf3, 0x2f, 0x3e]), 'engine.not-utf8'],
    ['too many bytes', wrap(`<userTask id="a" name="${'x'.repeat(2_000_000)}"/>`), 'engine.file-too-large'],
    ['too many tags', wrap('<userTask/>'.repeat(50_000)), 'engine.too-many-elements'],
    ['too many nodes', wrap(Array.from({ length: 501 }, (_, index) => `<userTask id="t${index}"/>`).join('')), 'engine.too-many-elements'],
    ['tags too deep', wrap('<subProcess>'.repeat(200) + '</subProcess>'.repeat(200)), 'engine.too-deep'],
    [
      'scopes too deep',
      wrap(Array.from({ length: 25 }, (_, index) => `<subProcess id="d${index}">`).join('') + '</subProcess>'.repeat(25)),
      'engine.too-deep',
    ],
    ['no process', '<definitions id="D" xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="t"/>', 'engine.no-process'],
    ['two processes', wrap('', '<process id="Q" isExecutable="true"/>'), 'engine.several-processes'],
    ['an id twice', wrap('<userTask id="a"/><userTask id="a"/>'), 'engine.duplicate-id'],
    ['a flow to nowhere', wrap('<userTask id="a"/><sequenceFlow id="f" sourceRef="a" targetRef="gone"/>'), 'engine.broken-reference'],
    ['a flow without target', wrap('<userTask id="a"/><sequenceFlow id="f" sourceRef="a"/>'), 'engine.broken-reference'],
    ['the id __proto__', wrap('<userTask id="__proto__"/>'), 'engine.bad-id'],
    ['the id constructor', wrap('<userTask id="constructor"/>'), 'engine.bad-id'],
    ['an unknown element', wrap('<robotTask id="a"/>'), 'engine.unknown-content'],
  ])('answers %s with a problem', async (_name, xml, rule) => {
    expect(await rulesOf(xml)).toContain(rule);
  });

  it.each([
    ['unknown elements', '<zz/>'.repeat(20_000), 'engine.unknown-content'],
    ['ids that come twice', '<documentation id="a"/>'.repeat(20_000), 'engine.duplicate-id'],
  ])('reads no further than the first of many %s', async (_name, content, rule) => {
    expect((await parseModel(wrap(content))).problems).toMatchObject([{ rule }]);
  });

  it('leaves entities as text', async () => {
    const { source } = await parseModel(wrap('<userTask id="a" name="&xxe;"/>'));
    expect(source?.nodes[0]?.name).toBe('&xxe;');
  });
});

describe('what cannot run', () => {
  const messages = '<message id="M" name="m"/>';
  it.each([
    ['a complex gateway', line('<complexGateway id="x"/>'), 'engine.unsupported-element', 'x'],
    ['an ad-hoc sub-process', line('<adHocSubProcess id="x"><startEvent id="s2"/></adHocSubProcess>'), 'engine.unsupported-element', 'x'],
    ['a transaction', line('<transaction id="x"><startEvent id="s2"/></transaction>'), 'engine.unsupported-element', 'x'],
    ['a script task', line('<scriptTask id="x"><script>process.exit()</script></scriptTask>'), 'engine.unsupported-element', 'x'],
    ['a script', line('<scriptTask id="x"><script>process.exit()</script></scriptTask>'), 'engine.no-code', 'x'],
    ['an implementation', line('<serviceTask id="x" implementation="${content.constructor.constructor(1)}"/>'), 'engine.no-code', 'x'],
    [
      'a condition in another language',
      line('<userTask id="x"/>').replace(
        '<sequenceFlow id="f2" sourceRef="x" targetRef="e"/>',
        '<sequenceFlow id="f2" sourceRef="x" targetRef="e"><conditionExpression xsi:type="tFormalExpression" language="javascript">next()</conditionExpression></sequenceFlow>',
      ),
      'engine.no-code',
      'f2',
    ],
    [
      'a signal event',
      line('<intermediateCatchEvent id="x"><signalEventDefinition/></intermediateCatchEvent>'),
      'engine.unsupported-element',
      'x',
    ],
    [
      'an escalation event',
      line('<intermediateThrowEvent id="x"><escalationEventDefinition/></intermediateThrowEvent>'),
      'engine.unsupported-element',
      'x',
    ],
    [
      'a conditional event',
      line(
        '<intermediateCatchEvent id="x"><conditionalEventDefinition><condition xsi:type="tFormalExpression">a</condition></conditionalEventDefinition></intermediateCatchEvent>',
      ),
      'engine.unsupported-element',
      'x',
    ],
    ['compensation', line('<serviceTask id="x" isForCompensation="true"/>'), 'engine.unsupported-element', 'x'],
    [
      'two event definitions',
      line(
        '<intermediateCatchEvent id="x"><messageEventDefinition messageRef="M"/><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></intermediateCatchEvent>',
      ),
      'engine.unsupported-element',
      'x',
    ],
    ['two start events', line('<userTask id="x"/><startEvent id="s2"/>'), 'engine.several-starts', 'P'],
    ['no start event', '<userTask id="x"/>', 'engine.no-start', 'P'],
    ['a sub-process without start', line('<subProcess id="x"/>'), 'engine.no-start', 'x'],
    [
      'a cycle on an interrupting timer',
      line(
        '<userTask id="x"/><boundaryEvent id="b" attachedToRef="x"><timerEventDefinition><timeCycle>R3/PT1H</timeCycle></timerEventDefinition></boundaryEvent>',
      ),
      'engine.cycle-misplaced',
      'b',
    ],
    [
      'a cycle without pause',
      line(
        '<userTask id="x"/><boundaryEvent id="b" attachedToRef="x" cancelActivity="false"><timerEventDefinition><timeCycle>R/PT0S</timeCycle></timerEventDefinition></boundaryEvent>',
      ),
      'engine.timer-unreadable',
      'b',
    ],
    [
      'a timer without time',
      line('<intermediateCatchEvent id="x"><timerEventDefinition/></intermediateCatchEvent>'),
      'engine.timer-without-time',
      'x',
    ],
    [
      'a timer that is no time',
      line(
        '<intermediateCatchEvent id="x"><timerEventDefinition><timeDuration>soon</timeDuration></timerEventDefinition></intermediateCatchEvent>',
      ),
      'engine.timer-unreadable',
      'x',
    ],
    ['a message without name', line('<receiveTask id="x"/>'), 'engine.message-without-name', 'x'],
    [
      'an error end without code',
      line('<userTask id="x"/><endEvent id="e2"><errorEventDefinition/></endEvent>'),
      'engine.error-without-code',
      'e2',
    ],
    ['a standard loop', line('<userTask id="x"><standardLoopCharacteristics/></userTask>'), 'engine.standard-loop', 'x'],
    ['a loop without items', line('<userTask id="x"><multiInstanceLoopCharacteristics/></userTask>'), 'engine.loop-without-items', 'x'],
    [
      'an item variable that is no name',
      line('<userTask id="x"><multiInstanceLoopCharacteristics engine:collection="= l" engine:itemVariable="a b"/></userTask>'),
      'engine.bad-variable',
      'x',
    ],
    [
      'a bad expression',
      line('<userTask id="x"><multiInstanceLoopCharacteristics engine:collection="= l ["/></userTask>'),
      'engine.bad-expression',
      'x',
    ],
    [
      'a template instead of FEEL',
      line('<userTask id="x"/>').replace(
        '<sequenceFlow id="f2" sourceRef="x" targetRef="e"/>',
        '<sequenceFlow id="f2" sourceRef="x" targetRef="e"><conditionExpression xsi:type="tFormalExpression">${next()}</conditionExpression></sequenceFlow>',
      ),
      'engine.bad-expression',
      'f2',
    ],
    [
      'a boundary event on a gateway',
      line(
        '<exclusiveGateway id="x"/><boundaryEvent id="b"><timerEventDefinition><timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>',
      ),
      'engine.boundary-misplaced',
      'b',
    ],
    [
      'a link to nowhere',
      line('<intermediateThrowEvent id="x"><linkEventDefinition name="L"/></intermediateThrowEvent>'),
      'engine.link-without-target',
      'x',
    ],
    ['a gateway without exit', line('<userTask id="x"/><exclusiveGateway id="g"/>'), 'engine.gateway-without-exit', 'g'],
    ['a task behind an event-based gateway', line('<eventBasedGateway id="x"/>'), 'engine.event-gateway-target', 'f2'],
    [
      'an event sub-process without event',
      `${line('<userTask id="x"/>')}<subProcess id="h" triggeredByEvent="true"><startEvent id="hs"/></subProcess>`,
      'engine.event-sub-process-start',
      'h',
    ],
    [
      'a flow into a sub-process',
      `${line('<userTask id="x"/>')}<subProcess id="h"><startEvent id="hs"/><userTask id="t"/></subProcess><sequenceFlow id="f3" sourceRef="x" targetRef="t"/>`,
      'engine.flow-misplaced',
      'f3',
    ],
  ])('names %s', async (_name, body, rule, elementId) => {
    // given
    const { source } = await parseModel(wrap(body, messages));
    // when
    const findings = source ? unsupported(source) : [];
    // then
    expect(findings).toContainEqual(expect.objectContaining({ rule, elementId, severity: 'error' }));
    expect(() => source && compileProcess(source)).toThrow('engine.MODEL_REFUSED');
  });
});
