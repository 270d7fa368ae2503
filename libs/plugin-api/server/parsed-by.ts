import { Injectable, type PipeTransform } from '@nestjs/common';
import { WorkflowError } from '../workflow-error';
import type { Json } from '../workflow-event';

/** A schema that answers instead of throwing; every zod schema fits. */
export interface InputSchema<T> {
  safeParse(
    value: unknown,
  ):
    | { success: true; data: T }
    | { success: false; error: { issues: readonly { code?: string; path: readonly PropertyKey[]; keys?: readonly string[] }[] } };
}

/** The pipe behind `parsedBy`. The API reads `schema` from it to describe the endpoint. */
@Injectable()
export class ParsedByPipe<T = unknown> implements PipeTransform<unknown, T> {
  constructor(readonly schema: InputSchema<T>) {}

  transform(value: unknown): T {
    const parsed = this.schema.safeParse(value ?? {});
    if (parsed.success) return parsed.data;
    const issues: Json = parsed.error.issues.slice(0, 20).map((issue) => ({
      path: [...issue.path, ...(issue.keys ?? [])].map(String).join('.'),
      code: issue.code ?? 'invalid',
    }));
    throw new WorkflowError('api.INPUT_INVALID', 'invalid', { issues });
  }
}

/**
 * Parses a body or query at the border: `@Body(parsedBy(signBody)) body: SignBody`, `@Query(parsedBy(peopleQuery)) query: PeopleQuery`.
 * Body schemas are strict (`z.strictObject`): unknown keys are refused, not dropped. Refusal: `api.INPUT_INVALID` with path and code of each
 * finding, never with the value. The OpenAPI document takes the shape of the endpoint from the same schema.
 */
export function parsedBy<T>(schema: InputSchema<T>): ParsedByPipe<T> {
  return new ParsedByPipe(schema);
}
