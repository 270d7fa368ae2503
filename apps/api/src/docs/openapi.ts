import { z } from 'zod';
import type { Endpoint, EndpointInput } from '../http/endpoints';

type JsonSchema = Readonly<Record<string, unknown>>;

const problemSchema: JsonSchema = {
  type: 'object',
  required: ['code', 'message', 'params', 'requestId'],
  properties: {
    code: { type: 'string', description: 'What went wrong, such as `form.UNKNOWN_KEY`; stable.' },
    message: { type: 'string', description: 'The same in the language of the request.' },
    params: { type: 'object', additionalProperties: true },
    requestId: { type: 'string' },
  },
};

const problem = { description: 'Refused', content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } } };
const idempotencyHeader = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', maxLength: 100 },
  description: 'The same key with the same request returns the first answer; with another request it is refused (422).',
};

/** Describes the API in OpenAPI 3.1. Everything comes from the endpoints themselves: paths, policies and the schemas that parse what arrives. */
export function openApiDocument(endpoints: readonly Endpoint[], version: string): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {};
  for (const endpoint of endpoints.filter((one) => !isOps(one))) {
    const path = `/api${endpoint.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Fashen API', version, description: 'Approval and legal review on BPMN.' },
    servers: [{ url: '/' }],
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'fashen' },
        csrf: { type: 'apiKey', in: 'header', name: 'x-csrf-token' },
      },
    },
  };
}

const isOps = (endpoint: Endpoint): boolean => ['/health', '/ready', '/metrics'].includes(endpoint.path);

function operationOf(endpoint: Endpoint): JsonSchema {
  const isWrite = endpoint.method !== 'GET';
  return {
    operationId: endpoint.handler.replace('.', '_'),
    tags: [endpoint.handler.replace(/(Controller)?\..*$/, '')],
    description: policyText(endpoint),
    parameters: [...pathParameters(endpoint), ...queryParameters(endpoint.query), ...(isWrite ? [idempotencyHeader] : [])],
    ...bodyOf(endpoint),
    responses: { [isWrite && endpoint.method === 'POST' ? '2XX' : '200']: { description: 'Done' }, default: problem },
    ...securityOf(endpoint, isWrite),
  };
}

function policyText({ policy }: Endpoint): string {
  if (policy?.kind === 'permission') return `Needs the permission \`${policy.permission}\`.`;
  return policy?.kind === 'public' ? 'Open to everybody.' : 'For everybody who is signed in; rights on the case are checked.';
}

function securityOf({ policy }: Endpoint, isWrite: boolean): JsonSchema {
  if (policy?.kind === 'public') return { security: [] };
  return { security: [isWrite ? { session: [], csrf: [] } : { session: [] }] };
}

function pathParameters(endpoint: Endpoint): readonly JsonSchema[] {
  const names = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1]);
  return names.map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
}

function queryParameters(query: EndpointInput): readonly JsonSchema[] {
  const { properties = {}, required = [] } = schemaOf(query) as { properties?: Record<string, JsonSchema>; required?: readonly string[] };
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }));
}

/** A request with a file is told by its fields; the file itself is always called `file`. */
function bodyOf(endpoint: Endpoint): JsonSchema {
  if (endpoint.body.kind === 'none') return {};
  const schema = schemaOf(endpoint.body);
  if (!endpoint.takesFile) return { requestBody: { required: true, content: { 'application/json': { schema } } } };
  const properties = { ...(schema['properties'] as object), file: { type: 'string', format: 'binary' } };
  return { requestBody: { required: true, content: { 'multipart/form-data': { schema: { ...schema, properties, required: ['file'] } } } } };
}

function schemaOf(input: EndpointInput): JsonSchema {
  if (input.kind !== 'parsed' || !(input.schema instanceof z.ZodType)) return {};
  const { $schema: _dialect, ...schema } = z.toJSONSchema(input.schema, { io: 'input', unrepresentable: 'any' });
  return schema;
}
