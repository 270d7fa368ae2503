import type { Answer, Blamed, Effect, RefusalClass } from '@fashen/conformance';
import type { Affected } from '@fashen/plugin-api';

/** What the server answered to one request. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
}

const CLASSES: Readonly<Record<number, RefusalClass>> = {
  400: 'INVALID',
  401: 'FORBIDDEN',
  403: 'FORBIDDEN',
  409: 'CONFLICT',
  422: 'INVALID',
  423: 'LOCKED',
};
/** Codes that say: this does not exist here. */
const NOT_OFFERED: ReadonlySet<string> = new Set(['rework.TARGET_UNKNOWN', 'approval.SEAT_MISSING']);
const EFFECTS: Readonly<Record<Affected['kind'], Effect['kind']>> = {
  taskCreated: 'created',
  taskReassigned: 'reassigned',
  taskDone: 'done',
  taskCancelled: 'cancelled',
  clockChanged: 'clock',
  caseEnded: 'ended',
  moved: 'moved',
};

/** A reply in the words of the kit. A failure of the server is thrown: it is no answer. */
export function answerOf({ status, body }: Reply, nameOf: (personId: string) => string): Answer {
  if (status < 300) return { kind: 'done', affected: effectsIn(body, nameOf) };
  const code = textAt(body, 'code') ?? String(status);
  if (status === 404) return missing(code);
  const because = CLASSES[status];
  if (because === undefined) throw new Error(`the server answered ${status} ${code}`);
  return { kind: 'refused', because, code, ...blamedIn(valueAt(body, 'params'), nameOf) };
}

/** A case one may not see does not exist for that person; an endpoint that does not exist belongs to a plugin that is not installed. */
function missing(code: string): Answer {
  if (code === 'api.NOT_FOUND') return { kind: 'unsupported', why: 'no installed plugin has this operation' };
  return { kind: 'refused', because: NOT_OFFERED.has(code) ? 'NOT_OFFERED' : 'FORBIDDEN', code };
}

/** Steps of the kit are called as their ids. */
function blamedIn(params: unknown, nameOf: (personId: string) => string): { readonly blamed?: Blamed } {
  const [node, person, at] = [textAt(params, 'step'), textAt(params, 'by'), textAt(params, 'at')];
  const blamed = { ...(node && { node }), ...(person && { person: nameOf(person) }), ...(at && { at }) };
  return Object.keys(blamed).length === 0 ? {} : { blamed };
}

function effectsIn(body: unknown, nameOf: (personId: string) => string): readonly Effect[] {
  const affected = valueAt(body, 'affected');
  if (!Array.isArray(affected)) return [];
  return (affected as readonly Affected[]).map(({ kind, nodeId, personId }) => ({
    kind: EFFECTS[kind],
    ...(nodeId === undefined ? {} : { node: nodeId }),
    ...(personId === undefined ? {} : { person: nameOf(personId) }),
  }));
}

/** One field of an answer that may be anything. */
export function valueAt(body: unknown, key: string): unknown {
  return typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[key] : undefined;
}

/** A field with text. */
export function textAt(body: unknown, key: string): string | undefined {
  const value = valueAt(body, key);
  return typeof value === 'string' ? value : undefined;
}
