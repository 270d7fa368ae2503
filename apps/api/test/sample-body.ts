import { z } from 'zod';
import { PASSWORD } from './test-app';

/** The part of a JSON schema that bodies of the API use. */
interface JsonSchema {
  readonly type?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly format?: string;
}

/** A body with nothing but what its schema demands; with one thing more where it demands one of several. */
export function sampleBody(schema: z.ZodType): object {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const least = sampleOf(json) as object;
  const others = Object.entries(json.properties ?? {}).map(([name, property]) => ({ ...least, [name]: sampleOf(property, name) }));
  return [least, ...others].find((body) => schema.safeParse(body).success) ?? least;
}

function sampleOf(schema: JsonSchema, name = ''): unknown {
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum.at(-1);
  if (schema.anyOf?.[0]) return sampleOf(schema.anyOf[0], name);
  if (schema.type === 'object') return objectOf(schema);
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sampleOf(schema.items ?? {}, name));
  return valueOf(schema, name);
}

function objectOf({ required = [], properties = {} }: JsonSchema): object {
  return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {}, name)]));
}

function valueOf({ type, minimum, format }: JsonSchema, name: string): unknown {
  if (type === 'boolean') return true;
  if (type === 'integer' || type === 'number') return Math.max(1, minimum ?? 1);
  if (name === 'password') return PASSWORD;
  const moments: Readonly<Record<string, string>> = { 'date-time': '2026-10-09T08:00:00Z', date: '2026-10-09' };
  return moments[format ?? ''] ?? '事由';
}
