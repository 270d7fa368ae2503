import { Injectable } from '@nestjs/common';
import type { JsonObject } from '@fashen/plugin-api';
import type { CompiledExpression } from '@fashen/feel';
import { feel } from '@fashen/feel/server';

const KEPT = 1_000;

/** FEEL contexts of the engine's own extension elements, compiled once. */
@Injectable()
export class ExpressionCache {
  private readonly compiled = new Map<string, CompiledExpression>();

  /** The context an expression gives; empty when there is no expression or it gives something else. */
  context(text: unknown, variables: JsonObject, now: Date): JsonObject {
    if (typeof text !== 'string' || text === '') return {};
    const value = this.expression(text).evaluate({ variables, now });
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
  }

  private expression(text: string): CompiledExpression {
    const known = this.compiled.get(text);
    if (known) return known;
    if (this.compiled.size >= KEPT) this.compiled.clear();
    const compiled = feel.compileExpression(text);
    this.compiled.set(text, compiled);
    return compiled;
  }
}
