import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum';
import { type EndpointPolicy, type InputSchema, ParsedByPipe, POLICY } from '@fashen/plugin-api/server';

/** An endpoint as its decorators declare it. */
export interface Endpoint {
  readonly method: string;
  /** Without the prefix `/api`; parameters as `:name`. */
  readonly path: string;
  /** `Controller.method`. */
  readonly handler: string;
  readonly policy?: EndpointPolicy;
  readonly body: EndpointInput;
  readonly query: EndpointInput;
  /** True when a file comes with the request (multipart, field `file`). */
  readonly takesFile: boolean;
}

/** How an endpoint takes its body or query: not at all, unchecked, or parsed by a schema. */
export type EndpointInput =
  { readonly kind: 'none' } | { readonly kind: 'unchecked' } | { readonly kind: 'parsed'; readonly schema: InputSchema<unknown> };

interface RouteArgument {
  readonly pipes?: readonly unknown[];
}

/** All endpoints of all controllers, by path and method. */
export function listEndpoints(discovery: DiscoveryService, scanner: MetadataScanner): readonly Endpoint[] {
  const endpoints = discovery.getControllers().flatMap(({ metatype }) => (metatype ? endpointsOf(metatype as Type, scanner) : []));
  return [...endpoints].sort((one, other) => `${one.path} ${one.method}`.localeCompare(`${other.path} ${other.method}`, 'en'));
}

/** Endpoints without a policy. Empty is right; the server does not start otherwise. */
export function withoutPolicy(endpoints: readonly Endpoint[]): readonly string[] {
  return endpoints.filter((endpoint) => !endpoint.policy).map(nameOf);
}

/** Endpoints that take a body or a query without a schema. Empty is right. */
export function withoutSchema(endpoints: readonly Endpoint[]): readonly string[] {
  return endpoints.filter(({ body, query }) => body.kind === 'unchecked' || query.kind === 'unchecked').map(nameOf);
}

const nameOf = (endpoint: Endpoint): string => `${endpoint.method} ${endpoint.path} (${endpoint.handler})`;

/** Endpoints of one controller. */
export function endpointsOf(controller: Type, scanner: MetadataScanner): readonly Endpoint[] {
  const prototype: Record<string, object> = controller.prototype;
  return scanner.getAllMethodNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    const method: RequestMethod | undefined = handler && Reflect.getMetadata(METHOD_METADATA, handler);
    if (!handler || method === undefined) return [];
    return pathsOf(controller, handler).map((path) => ({
      method: RequestMethod[method] ?? 'GET',
      path,
      handler: `${controller.name}.${name}`,
      policy: Reflect.getMetadata(POLICY, handler) ?? Reflect.getMetadata(POLICY, controller),
      body: inputOf(controller, name, RouteParamtypes.BODY),
      query: inputOf(controller, name, RouteParamtypes.QUERY),
      takesFile: argumentsOf(controller, name, RouteParamtypes.FILE).length > 0,
    }));
  });
}

function pathsOf(controller: Type, handler: object): readonly string[] {
  const starts = listOf(Reflect.getMetadata(PATH_METADATA, controller));
  const ends = listOf(Reflect.getMetadata(PATH_METADATA, handler));
  return starts.flatMap((start) => ends.map((end) => `/${start}/${end}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1')));
}

const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : [value ?? '']).map(String);

function inputOf(controller: Type, method: string, kind: RouteParamtypes): EndpointInput {
  const own = argumentsOf(controller, method, kind);
  if (own.length === 0) return { kind: 'none' };
  const pipes = own.map((argument) => argument.pipes?.find((pipe) => pipe instanceof ParsedByPipe));
  const [first] = pipes;
  return first instanceof ParsedByPipe && pipes.every(Boolean) ? { kind: 'parsed', schema: first.schema } : { kind: 'unchecked' };
}

function argumentsOf(controller: Type, method: string, kind: RouteParamtypes): readonly RouteArgument[] {
  const all: Readonly<Record<string, RouteArgument>> = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {};
  return Object.entries(all).flatMap(([key, argument]) => (key.startsWith(`${kind}:`) ? [argument] : []));
}
