import type { Json, JsonObject } from '@fashen/plugin-api';
import { type Operand, type PlainAlternative, type PlainTest, valueAt } from './plain-test';

/**
 * Judges a value by a plain cell. Undefined means: the operands are of kinds the plain form does not know (lists, contexts, durations, an interval whose bounds stand the wrong way round),
 * ask the FEEL interpreter. Nothing is greater or less than null.
 */
export function holdsPlainly(test: PlainTest, value: Json, scope: JsonObject): boolean | undefined {
  if (test.alternatives.length === 0) return true;
  let result = false;
  for (const alternative of test.alternatives) {
    const holds = alternativeHolds(alternative, value, scope);
    if (holds === undefined) return undefined;
    result ||= holds;
  }
  return test.isNegated ? !result : result;
}

function alternativeHolds(alternative: PlainAlternative, value: Json, scope: JsonObject): boolean | undefined {
  if (alternative.kind === 'contains') return contains(alternative.operand, value, scope);
  if (Array.isArray(value) || (typeof value === 'object' && value !== null)) return undefined;
  if (alternative.kind === 'interval') return inside(alternative, value, scope);
  return compares(value, alternative.operator, operandValue(alternative.operand, scope));
}

function contains(operand: Operand, value: Json, scope: JsonObject): boolean | undefined {
  const wanted = operandValue(operand, scope);
  if (!isScalar(wanted)) return undefined;
  return Array.isArray(value) && value.every(isScalar) ? value.includes(wanted) : undefined;
}

function inside(interval: PlainAlternative & { kind: 'interval' }, value: Json, scope: JsonObject): boolean | undefined {
  const [from, to] = [operandValue(interval.from, scope), operandValue(interval.to, scope)];
  if (compares(from, '>', to) !== false) return undefined;
  const above = compares(value, interval.includesFrom ? '>=' : '>', from);
  const below = compares(value, interval.includesTo ? '<=' : '<', to);
  return above === undefined || below === undefined ? undefined : above && below;
}

function operandValue(operand: Operand, scope: JsonObject): Json {
  return operand.kind === 'value' ? operand.value : valueAt(scope, operand.path);
}

function compares(value: Json, operator: string, operand: Json): boolean | undefined {
  if (!isScalar(value) || !isScalar(operand)) return undefined;
  if (operator === '=') return value === operand;
  if (operator === '!=') return value !== operand;
  if (value === null || operand === null) return false;
  if (typeof value !== typeof operand || typeof value === 'boolean') return undefined;
  return ordered(value, operator, operand);
}

/** Numbers and texts; ISO days compare as texts. */
function ordered(value: Json, operator: string, operand: Json): boolean {
  const [a, b] = [value, operand] as [number, number];
  if (operator === '<') return a < b;
  if (operator === '<=') return a <= b;
  return operator === '>' ? a > b : a >= b;
}

const isScalar = (value: Json): value is number | string | boolean | null => typeof value !== 'object' || value === null;
