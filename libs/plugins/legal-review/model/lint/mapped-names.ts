/**
 * Names of the case data that a FEEL context writes, such as `hearing` and `discussion` of `= {hearing: hearing, discussion: outcome}`.
 * Undefined when the text is anything but one plain context, so that one must expect it to write everything.
 */
export function mappedNames(text: string): readonly string[] | undefined {
  const inside = /^\s*=?\s*\{(.*)\}\s*$/s.exec(text)?.[1];
  if (inside === undefined || inside.includes('/*') || inside.includes('//')) return undefined;
  const entries = entriesOf(inside);
  const names = entries?.map((entry) => /^\s*"?([\p{L}_][\p{L}\p{N}_]*)"?\s*:/u.exec(entry)?.[1]);
  return names?.every((name) => name !== undefined) ? names : undefined;
}

/** The entries of a context, split at the commas outside of brackets and texts; undefined when a bracket closes what it did not open. */
function entriesOf(inside: string): readonly string[] | undefined {
  if (inside.trim() === '') return [];
  const entries = [''];
  let depth = 0;
  for (const [token] of inside.matchAll(/"(?:[^"\\]|\\.)*"|[\s\S]/g)) {
    if ('([{'.includes(token)) depth += 1;
    if (')]}'.includes(token)) depth -= 1;
    if (depth < 0) return undefined;
    if (token === ',' && depth === 0) entries.push('');
    else entries[entries.length - 1] += token;
  }
  return depth === 0 ? entries : undefined;
}
