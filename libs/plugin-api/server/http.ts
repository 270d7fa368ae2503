import { createParamDecorator, type CustomDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { RequestContext } from '../request-context';

/** Metadata key under which an endpoint's policy stands. The API's guard reads it; an endpoint without one fails at boot. */
export const POLICY = 'fashen:policy';

/** Who may call an endpoint. Rights on a single case are checked in the service, not here. */
export type EndpointPolicy =
  { readonly kind: 'public' } | { readonly kind: 'signedIn' } | { readonly kind: 'permission'; readonly permission: string };

/** The endpoint needs this permission. */
export const Allow = (permission: string): CustomDecorator =>
  SetMetadata(POLICY, { kind: 'permission', permission } satisfies EndpointPolicy);

/** Every signed-in person may call the endpoint; the service decides by the object. */
export const AllowSignedIn = (): CustomDecorator => SetMetadata(POLICY, { kind: 'signedIn' } satisfies EndpointPolicy);

/** Nobody needs to be signed in. Rare: login, health, texts. */
export const AllowPublic = (): CustomDecorator => SetMetadata(POLICY, { kind: 'public' } satisfies EndpointPolicy);

/** Property of the HTTP request in which the guard leaves the context. */
export const REQUEST_CONTEXT = 'fashenContext';

/** The request context, made by the API's guard. */
export const Context = createParamDecorator((_data: unknown, execution: ExecutionContext): RequestContext => {
  const request = execution.switchToHttp().getRequest<Record<string, RequestContext>>();
  const context = request[REQUEST_CONTEXT];
  if (!context) throw new Error('no request context: is the guard installed?');
  return context;
});
