import type { Json, WorkflowEvent } from '@fashen/plugin-api';
import { bytesOf, isPublicAddress } from './address.rules';

/** What an operator may allow beyond the rule. */
export interface AddressPolicy {
  readonly allowHttp: boolean;
  /** Host names or addresses inside the bureau's own network, in lower case. */
  readonly allowHosts: readonly string[];
}

/** Why an address is refused. */
export type AddressRefusal = 'unreadable' | 'protocol' | 'credentials' | 'closed';

/** Judges the address of a webhook as it is written. What its name leads to is judged again at each connection. */
export function judgeUrl(url: string, policy: AddressPolicy): AddressRefusal | undefined {
  if (!URL.canParse(url)) return 'unreadable';
  const parsed = new URL(url);
  if (parsed.protocol !== 'https:' && !(policy.allowHttp && parsed.protocol === 'http:')) return 'protocol';
  if (parsed.username || parsed.password) return 'credentials';
  const host = hostOf(parsed.hostname);
  if (policy.allowHosts.includes(host)) return undefined;
  return isClosedHost(host) ? 'closed' : undefined;
}

/** Host name without the brackets of IPv6 and the dot of the root, in lower case. */
export const hostOf = (hostname: string): string =>
  hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();

const INNER_NAME = /^(localhost|.*\.(localhost|local|internal|lan|home\.arpa))$/;

function isClosedHost(host: string): boolean {
  if (bytesOf(host)) return !isPublicAddress(host);
  return INNER_NAME.test(host) || !host.includes('.');
}

/** True when a webhook wants an event: its name, a prefix with a star, or everything. */
export function isWanted(filters: readonly string[], eventName: string): boolean {
  return filters.some((filter) => (filter.endsWith('*') ? eventName.startsWith(filter.slice(0, -1)) : filter === eventName));
}

const PLAIN_KEYS: ReadonlySet<string> = new Set(['status', 'cause', 'key', 'version', 'definitionKey', 'definitionVersion']);

/** The part of an event that may leave the bureau: ids and words of the model. No names, no case data, no opinions. */
export function dataOf(event: WorkflowEvent, actorId: string): { readonly [key: string]: Json } {
  const ids = Object.entries(event.payload).flatMap(([key, value]) => (isId(key, value) ? [[key, value] as const] : []));
  return { ...Object.fromEntries(ids), actorId, ...(event.instanceId && { instanceId: event.instanceId }) };
}

function isId(key: string, value: Json | undefined): value is string | number | readonly string[] {
  if (PLAIN_KEYS.has(key)) return typeof value === 'string' || typeof value === 'number';
  if (/Ids$/.test(key)) return Array.isArray(value) && value.every((one) => typeof one === 'string');
  return /Id$/.test(key) && typeof value === 'string';
}

/** An event as it leaves the bureau: CloudEvents 1.0, structured. */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string;
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: { readonly [key: string]: Json };
}

/** Where and when an event happened. */
export interface EventOrigin {
  readonly id: string;
  readonly source: string;
  readonly at: Date;
  readonly actorId: string;
}

/** Makes the CloudEvent of an event. */
export function cloudEventOf(event: WorkflowEvent, { id, source, at, actorId }: EventOrigin): CloudEvent {
  return {
    specversion: '1.0',
    id,
    source,
    type: `cn.fashen.${event.name}`,
    ...(event.instanceId && { subject: event.instanceId }),
    time: at.toISOString(),
    datacontenttype: 'application/json',
    data: dataOf(event, actorId),
  };
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const PAUSES_MS: readonly number[] = [
  5 * SECOND_MS,
  MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  5 * HOUR_MS,
  10 * HOUR_MS,
  14 * HOUR_MS,
];

/** The pause after this many failed attempts; absent when it was the last one, about 31 hours after the first. */
export const pauseAfter = (failures: number): number | undefined => PAUSES_MS[failures - 1];

/** True when a webhook has failed without a success in between for so long that it is stopped. */
export function mustStop(failingSince: Date | undefined, now: Date, days: number): boolean {
  return failingSince !== undefined && now.getTime() - failingSince.getTime() >= days * 24 * HOUR_MS;
}
