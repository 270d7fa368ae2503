import { lookup, type LookupAddress } from 'node:dns';
import { request as requestHttp, type RequestOptions } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import { type AddressPolicy, hostOf, isPublicAddress, judgeUrl } from '../model';
import { NOTIFICATION_CONFIG, type NotificationConfig } from './notification.config';

const TIMEOUT_MS = 10_000;
const ANSWER_BYTES = 65_536;

/** How an attempt ended: the status of the answer, or why there was none. */
export type Attempt = { readonly status: number } | { readonly problem: 'timeout' | 'connection' | 'address' | 'answerTooLong' };

/** What is posted. */
export interface WebhookRequest {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Finds the addresses of a name. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

class ClosedAddressError extends Error {}

/** Asks the system's resolver. */
const systemResolve: Resolve = (name) =>
  new Promise((done, fail) => {
    lookup(name, { all: true }, (error, addresses) => (error ? fail(error) : done(addresses)));
  });

/** Posts events to the outside. Follows no redirect, reads little of the answer and reaches no address inside. */
@Injectable()
export class WebhookClient {
  constructor(@Inject(NOTIFICATION_CONFIG) private readonly config: NotificationConfig) {}

  post(request: WebhookRequest): Promise<Attempt> {
    return postTo(request, this.config, systemResolve);
  }
}

/** Makes one attempt. The name is resolved for the connection itself and judged there: a second answer of the resolver cannot differ. */
export async function postTo(request: WebhookRequest, policy: AddressPolicy, resolve: Resolve): Promise<Attempt> {
  if (judgeUrl(request.url, policy)) return { problem: 'address' };
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await exchange(request, { lookup: guardedLookup(policy, resolve), signal });
  } catch (error) {
    if (error instanceof ClosedAddressError) return { problem: 'address' };
    return { problem: signal.aborted ? 'timeout' : 'connection' };
  }
}

function exchange({ url, body, headers }: WebhookRequest, guard: RequestOptions): Promise<Attempt> {
  const send = url.startsWith('https:') ? requestHttps : requestHttp;
  const all = { 'content-type': 'application/cloudevents+json; charset=utf-8', 'user-agent': 'Fashen', ...headers };
  return new Promise((done, fail) => {
    const sent = send(url, { method: 'POST', agent: false, headers: all, ...guard }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
        if (bytes <= ANSWER_BYTES) return;
        done({ problem: 'answerTooLong' });
        sent.destroy();
      });
      answer.on('end', () => done({ status: answer.statusCode ?? 0 }));
      answer.on('error', fail);
    });
    sent.on('error', fail);
    sent.end(body);
  });
}

function guardedLookup(policy: AddressPolicy, resolve: Resolve): LookupFunction {
  return (name, options, callback) => {
    resolve(name)
      .then((addresses) => {
        const isAllowed = policy.allowHosts.includes(hostOf(name));
        const [first] = addresses;
        if (!first) throw new Error('the name leads nowhere');
        if (!isAllowed && !addresses.every(({ address }) => isPublicAddress(address))) throw new ClosedAddressError();
        if (options.all) callback(null, [...addresses]);
        else callback(null, first.address, first.family);
      })
      .catch((error: unknown) => callback(error instanceof Error ? error : new Error('lookup'), '', 0));
  };
}
