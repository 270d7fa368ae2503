const DEEPEST = 20;
const LONGEST_LIST = 2_000;
const dangerous = new Set(['__proto__', 'constructor', 'prototype']);

export type BodyProblem = 'tooDeep' | 'listTooLong' | 'dangerousKey';

/**
 * Looks through a parsed JSON body without recursion: depth at most 20, lists at most 2,000 entries, no key that could reach
 * the prototype of an object.
 */
export function problemOfJson(body: unknown): BodyProblem | undefined {
  const open: { value: unknown; depth: number }[] = [{ value: body, depth: 0 }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth >= DEEPEST) return 'tooDeep';
    if (Array.isArray(value) && value.length > LONGEST_LIST) return 'listTooLong';
    if (!Array.isArray(value) && Object.keys(value).some((key) => dangerous.has(key))) return 'dangerousKey';
    for (const child of Object.values(value)) open.push({ value: child, depth: depth + 1 });
  }
  return undefined;
}
