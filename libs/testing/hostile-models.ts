/** A model somebody might upload to harm the server, a case or another person. */
export interface HostileModel {
  readonly name: string;
  readonly xml: string;
}

const BPMN = 'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const file = (body: string, head = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>${head}<definitions ${BPMN} id="d" targetNamespace="urn:test"><process id="hostile" isExecutable="true">${body}</process></definitions>`;
const flow = (from: string, to: string, inside = '', more = ''): string =>
  `<sequenceFlow id="${from}-${to}" sourceRef="${from}" targetRef="${to}"${more}>${inside}</sequenceFlow>`;
const around = (middle: string, id = 'm'): string =>
  file(`<startEvent id="s"/>${middle}<endEvent id="e"/>${flow('s', id)}${flow(id, 'e')}`);
const condition = (text: string, attributes = 'xsi:type="tFormalExpression"'): string =>
  `<conditionExpression ${attributes}>${text}</conditionExpression>`;
const choice = (inside: string): string =>
  file(
    `<startEvent id="s"/><exclusiveGateway id="x" default="x-e"/><userTask id="t"/><endEvent id="e"/>${flow('s', 'x')}${flow('x', 't', inside)}${flow('x', 'e')}${flow('t', 'e')}`,
  );
const timer = (inside: string, more = ''): string =>
  file(
    `<startEvent id="s"/><userTask id="m"/><boundaryEvent id="b" attachedToRef="m"${more}><timerEventDefinition id="td">${inside}</timerEventDefinition></boundaryEvent><userTask id="n"/><endEvent id="e"/>${flow('s', 'm')}${flow('m', 'e')}${flow('b', 'n')}${flow('n', 'e')}`,
  );
const repeated = (count: number, part: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => part(index)).join('');
const chain = (count: number): string =>
  file(
    `<startEvent id="s"/>${repeated(count, (index) => `<serviceTask id="t${index}"/>`)}<endEvent id="e"/>${flow('s', 't0')}${repeated(count - 1, (index) => flow(`t${index}`, `t${index + 1}`))}${flow(`t${count - 1}`, 'e')}`,
  );
const nested = (depth: number): string =>
  around(
    `<subProcess id="m">${repeated(depth, (index) => `<subProcess id="p${index}">`)}<startEvent id="deep"/>${'</subProcess>'.repeat(depth)}</subProcess>`,
  );

/** Calls of the constructor of functions: how template expressions of other engines run foreign code. */
const PAYLOAD = "content.constructor.constructor('globalThis.hostileModelRan = true')()";
const TEMPLATE = '${' + PAYLOAD + '}';

/** Models with code in a place where some engine would run it. */
const code: readonly HostileModel[] = [
  {
    name: 'script task',
    xml: around(`<scriptTask id="m" scriptFormat="javascript"><script>globalThis.hostileModelRan = true</script></scriptTask>`),
  },
  { name: 'script task without format', xml: around('<scriptTask id="m"/>') },
  { name: 'template as implementation', xml: around(`<serviceTask id="m" implementation="${TEMPLATE}"/>`) },
  { name: 'program as implementation', xml: around('<serviceTask id="m" implementation="require"/>') },
  { name: 'implementation of a business rule', xml: around(`<businessRuleTask id="m" implementation="${TEMPLATE}"/>`) },
  { name: 'implementation of a send task', xml: around(`<sendTask id="m" implementation="${TEMPLATE}"/>`) },
  {
    name: 'JavaScript condition',
    xml: choice(condition('globalThis.hostileModelRan = true', 'xsi:type="tFormalExpression" language="javascript"')),
  },
  { name: 'template condition', xml: choice(condition(TEMPLATE)) },
  { name: 'FEEL that reaches for the constructor', xml: choice(condition(`= ${PAYLOAD}`)) },
  { name: 'condition that is no FEEL', xml: choice(condition('= a &amp;&amp; b; while(true){}')) },
  { name: 'template as timer', xml: timer(`<timeDuration>${TEMPLATE}</timeDuration>`) },
  { name: 'template as name', xml: around(`<userTask id="m" name="${TEMPLATE}"/>`) },
  { name: 'hash template as name', xml: around('<userTask id="m" name="#{7*7}"/>') },
  {
    name: 'template as collection size',
    xml: around(
      `<userTask id="m"><multiInstanceLoopCharacteristics><loopCardinality>${TEMPLATE}</loopCardinality></multiInstanceLoopCharacteristics></userTask>`,
    ),
  },
  { name: 'template as called process', xml: around(`<callActivity id="m" calledElement="${TEMPLATE}"/>`) },
  {
    name: 'unknown extension',
    xml: around('<userTask id="m"><extensionElements><evil:run xmlns:evil="urn:evil" script="x"/></extensionElements></userTask>'),
  },
  {
    name: 'listener of another engine',
    xml: around(
      '<userTask id="m"><extensionElements><camunda:taskListener xmlns:camunda="http://camunda.org/schema/1.0/bpmn" class="java.lang.Runtime" event="create"/></extensionElements></userTask>',
    ),
  },
];

/** Files that hurt whoever reads them. */
const files: readonly HostileModel[] = [
  { name: 'external entity', xml: file('<startEvent id="s"/>', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>') },
  {
    name: 'entity bomb',
    xml: file(
      '<startEvent id="s" name="&c;"/>',
      '<!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]>',
    ),
  },
  { name: 'empty document type', xml: file('<startEvent id="s"/>', '<!DOCTYPE definitions>') },
  { name: 'three megabytes', xml: around(`<userTask id="m" name="${'x'.repeat(3_000_000)}"/>`) },
  { name: 'ten thousand nested tags', xml: file('<documentation>'.repeat(10_000) + '</documentation>'.repeat(10_000)) },
  { name: 'sub-processes two hundred deep', xml: nested(200) },
  { name: 'fifty thousand elements', xml: file(repeated(50_000, (index) => `<task id="t${index}"/>`)) },
  { name: 'a NUL in the text', xml: around('<userTask id="m" name="a\u0000b"/>') },
  { name: 'a lone surrogate', xml: around('<userTask id="m" name="\ud800"/>') },
  { name: 'no XML', xml: 'hello' },
  { name: 'nothing', xml: '' },
  { name: 'half a file', xml: around('<userTask id="m"/>').slice(0, 200) },
  { name: 'eighty thousand opening templates', xml: around(`<userTask id="m" name="${'${'.repeat(80_000)}"/>`) },
];

/** Drawings that would hang or flood the engine. */
const drawings: readonly HostileModel[] = [
  { name: 'the id __proto__', xml: around('<userTask id="__proto__"/>', '__proto__') },
  { name: 'the id constructor', xml: around('<userTask id="constructor"/>', 'constructor') },
  { name: 'the id toString', xml: around('<userTask id="toString"/>', 'toString') },
  { name: 'an id of 200 letters', xml: around(`<userTask id="${'i'.repeat(200)}"/>`, 'i'.repeat(200)) },
  { name: 'an id twice', xml: around('<userTask id="m"/><userTask id="m"/>') },
  { name: 'a flow to nowhere', xml: file(`<startEvent id="s"/>${flow('s', 'nowhere')}`) },
  {
    name: 'a loop of gateways',
    xml: file(
      `<startEvent id="s"/><exclusiveGateway id="a"/><exclusiveGateway id="b" default="b-a"/><endEvent id="e"/>${flow('s', 'a')}${flow('a', 'b')}${flow('b', 'a')}${flow('b', 'e', condition('= false'))}`,
    ),
  },
  {
    name: 'a loop of automatic steps',
    xml: file(
      `<startEvent id="s"/><exclusiveGateway id="a"/><businessRuleTask id="t"/><exclusiveGateway id="b" default="b-a"/><endEvent id="e"/>${flow('s', 'a')}${flow('a', 't')}${flow('t', 'b')}${flow('b', 'a')}${flow('b', 'e', condition('= false'))}`,
    ),
  },
  { name: 'four hundred automatic steps nobody answers', xml: chain(400) },
  { name: 'a timer every instant', xml: timer('<timeCycle>R/PT0S</timeCycle>', ' cancelActivity="false"') },
  { name: 'a timer without end', xml: timer('<timeCycle>R/PT5M</timeCycle>', ' cancelActivity="false"') },
  { name: 'a timer every second', xml: timer('<timeCycle>R5/PT1S</timeCycle>', ' cancelActivity="false"') },
  { name: 'a timer without time', xml: timer('') },
  {
    name: 'a parallel join behind a choice',
    xml: file(
      `<startEvent id="s"/><exclusiveGateway id="x" default="x-b"/><userTask id="a"/><userTask id="b"/><parallelGateway id="j"/><endEvent id="e"/>${flow('s', 'x')}${flow('x', 'a', condition('= c'))}${flow('x', 'b')}${flow('a', 'j')}${flow('b', 'j')}${flow('j', 'e')}`,
    ),
  },
  {
    name: 'a parallel split in a loop',
    xml: file(
      `<startEvent id="s"/><exclusiveGateway id="a"/><parallelGateway id="p"/><userTask id="t"/><userTask id="u"/><endEvent id="e"/>${flow('s', 'a')}${flow('a', 'p')}${flow('p', 't')}${flow('p', 'u')}${flow('u', 'a')}${flow('t', 'e')}`,
    ),
  },
  { name: 'a complex gateway', xml: around('<complexGateway id="m"/>') },
  { name: 'an ad-hoc sub-process', xml: around('<adHocSubProcess id="m"><task id="inner"/></adHocSubProcess>') },
  { name: 'a transaction', xml: around('<transaction id="m"><startEvent id="inner"/></transaction>') },
  { name: 'a process without an end', xml: file(`<startEvent id="s"/><userTask id="m"/>${flow('s', 'm')}`) },
  {
    name: 'a task nobody reaches',
    xml: file(`<startEvent id="s"/><userTask id="lost"/><endEvent id="e"/>${flow('s', 'e')}${flow('lost', 'e')}`),
  },
];

/** Models that must be refused, each quickly, without any of their text being run. */
export const hostileModels: readonly HostileModel[] = [...code, ...files, ...drawings];
