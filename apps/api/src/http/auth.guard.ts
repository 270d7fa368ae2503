import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Actor, Clock, type RequestContext, UnitOfWork } from '@fashen/plugin-api';
import { type EndpointPolicy, POLICY, REQUEST_CONTEXT } from '@fashen/plugin-api/server';
import { sessionTokenOf } from '@fashen/plugins/account/model';
import type { Config } from '../config';
import { apiErrors } from './api.errors';
import { type ApiRequest, idempotencyOf, isReading, localeOf, principalOf } from './api-request';
import { type KnownActor, KnownActors } from './known-actors';
import { isForeignOrigin } from './origin.rules';
import { SERVER_CONFIG } from './tokens';

/** Who acts before anybody has signed in. May do nothing that needs a right. */
const anonymous: Actor = { kind: 'person', personId: 'anonymous', name: '', roles: [], permissions: [] };

/** Where sessions and their persons come from. */
@Injectable()
export class SignedInPersons {
  constructor(
    private readonly units: UnitOfWork,
    private readonly actors: KnownActors,
    @Inject(SERVER_CONFIG) private readonly config: Config,
  ) {}

  /** Session and actor behind a request, as they are at this moment; absent when nobody is signed in. */
  async find(context: RequestContext, request: ApiRequest): Promise<KnownActor | undefined> {
    const token = sessionTokenOf(request.headers.cookie, this.isSecure());
    if (!token) return undefined;
    const found = await this.units.read(context, (tx) => this.actors.find(tx, token, principalOf(request)));
    if (found?.session.touchDue) await this.units.run(context, (tx) => this.actors.touch(tx, found.session.sessionId));
    return found;
  }

  private isSecure(): boolean {
    const account = this.config.plugins['account'];
    return typeof account === 'object' && account !== null && 'secureCookie' in account && account.secureCookie === true;
  }
}

/**
 * The only guard. Judges every request by the policy of its endpoint and makes the request context: actor, time, language, request id,
 * idempotency key. Rights on a single case are judged in the services.
 */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly persons: SignedInPersons,
    private readonly clock: Clock,
    @Inject(SERVER_CONFIG) private readonly config: Config,
  ) {}

  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const request = execution.switchToHttp().getRequest<ApiRequest>();
    const policy = this.reflector.getAllAndOverride<EndpointPolicy | undefined>(POLICY, [execution.getHandler(), execution.getClass()]);
    if (!policy) throw new Error('an endpoint without a policy cannot be called');
    this.refuseForeignOrigin(request);
    const context = { actor: anonymous, now: this.clock.now(), locale: localeOf(request), requestId: request.requestId };
    request[REQUEST_CONTEXT] = policy.kind === 'public' ? context : await this.signedInContext(context, request, policy);
    return true;
  }

  private async signedInContext(context: RequestContext, request: ApiRequest, policy: EndpointPolicy): Promise<RequestContext> {
    const found = await this.persons.find(context, request);
    if (!found) throw apiErrors.NOT_SIGNED_IN();
    if (!isReading(request) && !sameText(request.headers['x-csrf-token'], found.session.csrfToken)) throw apiErrors.CSRF_REFUSED();
    if (policy.kind === 'permission' && !found.actor.permissions.includes(policy.permission))
      throw apiErrors.FORBIDDEN({ permission: policy.permission });
    return { ...context, actor: found.actor, idempotency: idempotencyOf(request) };
  }

  private refuseForeignOrigin(request: ApiRequest): void {
    if (isReading(request)) return;
    const { origin, host } = request.headers;
    if (isForeignOrigin({ origin, host, publicUrl: this.config.publicUrl })) throw apiErrors.ORIGIN_REFUSED();
  }
}

function sameText(given: unknown, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const [one, other] = [Buffer.from(given), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}
