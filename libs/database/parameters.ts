/** What may stand for a `?`. Everything else means something different on each database. */
export type SqlValue = string | number | bigint | null;

/**
 * Makes parameters mean the same everywhere: `undefined` is NULL, yes and no are 1 and 0.
 * Lists and objects, also dates, are refused: MySQL would expand them into the statement, libsql would end the process.
 */
export function sqlValues(parameters: unknown): SqlValue[] {
  if (parameters === undefined) return [];
  if (!Array.isArray(parameters)) throw new Error('SQL parameters must be a list: named parameters are not portable');
  return parameters.map(sqlValue);
}

function sqlValue(value: unknown, index: number): SqlValue {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint') return value;
  throw new Error(`SQL parameter ${index + 1} is a list or an object: one ? per value, JSON.stringify for JSON, getTime() for instants`);
}
