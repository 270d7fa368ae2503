import { flowText } from './flow-text';
import type { ModelSource, NodeOptions } from './model-source';

/** A user task and who does it. */
export interface TaskPart extends NodeOptions {
  readonly type: 'task';
}

/** Anything a drawing is made of. */
export type Part =
  | TaskPart
  | { readonly type: 'parallel' }
  | { readonly type: 'end' }
  /** Goes where no condition holds by the flow to `otherwise`. */
  | { readonly type: 'exclusive'; readonly otherwise?: string }
  | { readonly type: 'inclusive'; readonly otherwise?: string }
  | { readonly type: 'message'; readonly name: string }
  | { readonly type: 'timer'; readonly after: string }
  /** A timer at the border of a task. */
  | { readonly type: 'boundaryTimer'; readonly on: string; readonly after: string; readonly interrupts?: boolean }
  | { readonly type: 'subProcess'; readonly parts: Parts; readonly flows: readonly string[] }
  | { readonly type: 'call'; readonly process: string };

/** Parts by id. */
export type Parts = { readonly [id: string]: Part };

/** What a drawing is built from. `start` and `end` are there by themselves. */
export interface Drawing {
  readonly key: string;
  readonly name?: string;
  readonly parts: Parts;
  /** Chains such as `start -> apply -> check -> end`; `x -[amount > 10]-> big` has a condition in FEEL. */
  readonly flows: readonly string[];
}

const HEAD = [
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  'targetNamespace="urn:approval-conformance"',
].join(' ');

/** A step of one person. */
export const held = (assignee: string, more: NodeOptions = {}): TaskPart => ({ type: 'task', assignee, ...more });

/** A step that is offered to several until one claims it. */
export const offered = (...candidates: readonly string[]): TaskPart => ({ type: 'task', candidates });

/** A step where everybody must agree. */
export const signedByAll = (signers: readonly string[], more: NodeOptions = {}): TaskPart => ({
  type: 'task',
  sign: { mode: 'all', signers, result: 'result' },
  ...more,
});

/** Builds the BPMN file and the options beside it. */
export function buildModel({ key, name = key, parts, flows }: Drawing): ModelSource {
  const messages = messagesOf(parts).map((message) => `<message id="message_${message}" name="${message}"/>`);
  const body = scope(parts, flows, '');
  const process = `<process id="${key}" name="${name}" isExecutable="true">${body}</process>`;
  const bpmn = `<?xml version="1.0" encoding="UTF-8"?>\n<definitions id="${key}_file" ${HEAD}>${messages.join('')}${process}</definitions>\n`;
  return { key, name, bpmn, nodes: optionsOf(parts) };
}

/** Everything inside a process or a sub-process. Ids of the ends of a sub-process carry its id. */
function scope(parts: Parts, flows: readonly string[], prefix: string): string {
  const ends = `<startEvent id="${prefix}start"/><endEvent id="${prefix}end"/>`;
  const elements = Object.entries(parts).map(([id, part]) => element(id, part));
  return ends + elements.join('') + flows.map((flow) => flowText(flow, prefix)).join('');
}

type Writers = { readonly [T in Part['type']]: (id: string, part: Extract<Part, { readonly type: T }>) => string };

const gateway = (kind: string, id: string, otherwise?: string): string =>
  `<${kind}Gateway id="${id}"${otherwise === undefined ? '' : ` default="${id}_${otherwise}"`}/>`;

const caught = (id: string, definition: string): string => `<intermediateCatchEvent id="${id}">${definition}</intermediateCatchEvent>`;

/** How each part is written. */
const WRITERS: Writers = {
  task: (id) => `<userTask id="${id}" name="${id}"/>`,
  end: (id) => `<endEvent id="${id}"/>`,
  parallel: (id) => gateway('parallel', id),
  exclusive: (id, { otherwise }) => gateway('exclusive', id, otherwise),
  inclusive: (id, { otherwise }) => gateway('inclusive', id, otherwise),
  message: (id, { name }) => caught(id, `<messageEventDefinition messageRef="message_${name}"/>`),
  timer: (id, { after }) => caught(id, duration(after)),
  boundaryTimer: (id, { on, after, interrupts = false }) =>
    `<boundaryEvent id="${id}" attachedToRef="${on}" cancelActivity="${interrupts}">${duration(after)}</boundaryEvent>`,
  subProcess: (id, { parts, flows }) => `<subProcess id="${id}" name="${id}">${scope(parts, flows, `${id}_`)}</subProcess>`,
  call: (id, { process }) => `<callActivity id="${id}" name="${id}" calledElement="${process}"/>`,
};

function element(id: string, part: Part): string {
  const write = WRITERS[part.type] as (id: string, part: Part) => string;
  return write(id, part);
}

const duration = (text: string): string =>
  `<timerEventDefinition><timeDuration xsi:type="tFormalExpression">${text}</timeDuration></timerEventDefinition>`;

function messagesOf(parts: Parts): readonly string[] {
  return Object.values(parts).flatMap((part) => {
    if (part.type === 'subProcess') return messagesOf(part.parts);
    return part.type === 'message' ? [part.name] : [];
  });
}

function optionsOf(parts: Parts): ModelSource['nodes'] {
  const found = Object.entries(parts).flatMap(([id, part]): readonly (readonly [string, NodeOptions])[] => {
    if (part.type === 'subProcess') return Object.entries(optionsOf(part.parts));
    if (part.type !== 'task') return [];
    const { type: _type, ...options } = part;
    return [[id, options]];
  });
  return Object.fromEntries(found);
}
