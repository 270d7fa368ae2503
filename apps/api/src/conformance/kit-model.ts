import type { ModelSource, NodeOptions, ReturnOptions, SignOptions, TimeoutOptions } from '@fashen/conformance';
import type { Cast } from './cast';
import { periodKey } from './time-tables';

const NAMESPACES = ['assignment', 'approval', 'rework', 'deadline'];
const MODES: Readonly<Record<SignOptions['mode'], string>> = { all: 'all', any: 'anyFirst', ratio: 'ratio', sequential: 'sequential' };

const AT_END: Readonly<Record<TimeoutOptions['act'], string>> = {
  remind: 'REMIND',
  escalate: 'ESCALATE',
  agree: 'AUTO_AGREE',
  reject: 'AUTO_REJECT',
};

/** Attributes of one extension element; what is `undefined` is left out. */
type Attributes = Readonly<Record<string, string | undefined>>;

/** What a drawing needs that this build cannot do. */
export class UnsupportedDrawing extends Error {}

/** The drawing of the kit in the words of this product: its options become extension elements. */
export function productModel({ bpmn, nodes }: ModelSource, cast: Cast, installed: ReadonlySet<string>): string {
  const used = NAMESPACES.filter((prefix) => installed.has(prefix));
  const declared = used.map((prefix) => `xmlns:${prefix}="urn:fashen:${prefix}:1.0"`).join(' ');
  const withHead = bpmn.replace('<definitions ', `<definitions ${declared} `);
  const withSteps = Object.entries(nodes).reduce((xml, [id, options]) => {
    const extensions = extensionsOf(options, cast);
    const missing = extensions.find(({ prefix }) => !installed.has(prefix));
    if (missing?.isNeeded) throw new UnsupportedDrawing(`the plugin ${missing.prefix} is not installed`);
    const inner = extensions.filter(({ prefix }) => installed.has(prefix)).map(({ text }) => text);
    const step = `<userTask id="${id}" name="${id}">`;
    return xml.replace(`${step.slice(0, -1)}/>`, `${step}<extensionElements>${inner.join('')}</extensionElements></userTask>`);
  }, withHead);
  return resultsOf(nodes).reduce(
    (xml, field) => xml.replaceAll(`${field} = &quot;PASS&quot;`, `${field}.result = &quot;passed&quot;`),
    withSteps,
  );
}

/** Fields that hold the result of a vote. */
export function resultsOf(nodes: ModelSource['nodes']): readonly string[] {
  return Object.values(nodes).flatMap(({ sign }) => (sign ? [sign.result] : []));
}

interface Extension {
  readonly prefix: string;
  readonly text: string;
  /** Without it the case means nothing. */
  readonly isNeeded: boolean;
}

function extensionsOf(options: NodeOptions, cast: Cast): readonly Extension[] {
  const { sign, timeout } = options;
  return [
    { prefix: 'assignment', text: elementOf('assignment:assignment', assignmentOf(options, cast)), isNeeded: true },
    ...(sign ? [{ prefix: 'approval', text: elementOf('approval:sign', signOf(sign, options, cast)), isNeeded: true }] : []),
    { prefix: 'rework', text: elementOf('rework:return', returnOf(options)), isNeeded: options.return !== undefined },
    ...(timeout ? [{ prefix: 'deadline', text: elementOf('deadline:term', termOf(timeout)), isNeeded: true }] : []),
  ];
}

function assignmentOf(options: NodeOptions, cast: Cast): Attributes {
  const rules: Attributes = {
    exclude: options.apartFrom?.join(' '),
    emptyPolicy: options.ifAbsent,
    samePersonPolicy: options.skipSamePerson ? 'skip' : undefined,
  };
  if (options.assigneeFrom !== undefined) return { kind: 'field', value: options.assigneeFrom, ...rules };
  return { ...namedBy(options.sign?.signers ?? options.candidates ?? [options.assignee ?? 'starter'], cast), ...rules };
}

function namedBy(named: readonly string[], cast: Cast): Attributes {
  if (named[0] === 'starter') return { kind: 'starter' };
  const roles = named.filter((name) => name.startsWith('role:'));
  if (roles.length === 0) return { kind: 'person', value: named.map((name) => cast.idOf(name)).join(' ') };
  if (roles.length < named.length) throw new UnsupportedDrawing('people and roles are not mixed at one step');
  return { kind: 'role', value: roles.map((role) => cast.roleOf(role)).join(' ') };
}

function signOf(sign: SignOptions, { statutory }: NodeOptions, cast: Cast): Attributes {
  const { threshold, weights = {}, waitForAll = false } = sign;
  return {
    mode: MODES[sign.mode],
    threshold: threshold && `${threshold.of}/${threshold.in}`,
    weights:
      Object.entries(weights)
        .map(([name, weight]) => `person:${cast.idOf(name)}=${weight}`)
        .join(' ') || undefined,
    abstain: sign.abstainExcluded ? 'excluded' : undefined,
    earlyPass: waitForAll ? 'false' : undefined,
    earlyFail: waitForAll ? 'false' : undefined,
    variable: sign.result,
    statutory: statutory ? 'true' : undefined,
  };
}

function returnOf({ return: settings = {}, takeBackUntil, sign, statutory }: NodeOptions): Attributes {
  const { allowCrossParallel, materialFields, maxRounds }: ReturnOptions = settings;
  return {
    ...{ modeChoice: 'RETURNER_CHOOSES', afterJoin: 'EITHER', onNotPassed: sign ? undefined : 'END_REJECTED' },
    allowCrossParallel: allowCrossParallel ? 'true' : undefined,
    material: materialFields?.join(' '),
    maxRounds: maxRounds === undefined ? undefined : String(maxRounds),
    takeBack: takeBackUntil === 'opened' ? 'UNTIL_OPENED' : 'UNTIL_DECIDED',
    statutory: statutory ? 'true' : undefined,
  };
}

function termOf(timeout: TimeoutOptions): Attributes {
  const isAutomatic = timeout.act === 'agree' || timeout.act === 'reject';
  return {
    ...{ period: periodKey(timeout), atEnd: AT_END[timeout.act] },
    escalateTo: timeout.act === 'escalate' ? 'operator' : undefined,
    output: isAutomatic ? 'decidedByTimeout' : undefined,
  };
}

function elementOf(name: string, attributes: Attributes): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [`${key}="${value}"`]));
  return `<${name} ${written.join(' ')}/>`;
}
