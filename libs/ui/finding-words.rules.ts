import type { LintFinding } from '@fashen/plugin-api';

/** Where the word for a value may stand: a key of the panel of the modeler, or the name of a role. */
export interface WordPlace {
  readonly in: 'panel' | 'roles';
  readonly key: string;
}

/**
 * Where a value in a finding has a word, the best place first. A finding names a setting of the panel as `setting` and what stands there as
 * `value`; a parameter with the name of a setting holds a value of it; `role` is a role.
 */
export function wordPlaces({ rule, params = {} }: LintFinding, name: string, value: string): readonly WordPlace[] {
  const plugin = rule.slice(0, rule.indexOf('.'));
  if (name === 'role') return [{ in: 'roles', key: `role.${value}` }];
  if (name === 'setting') return [{ in: 'panel', key: `${plugin}.${value}` }];
  const setting = name === 'value' && typeof params['setting'] === 'string' ? params['setting'] : name;
  return [{ in: 'panel', key: `${plugin}.${setting}.${value}` }];
}

/** What fills the gaps of a sentence: each value by its word where it has one; `empty` stands for nothing. */
export function findingGaps(finding: LintFinding, wordOf: (place: WordPlace) => string | undefined, empty: string): Record<string, string> {
  const word = (name: string, value: unknown): string => {
    if (value === '') return empty;
    const said = String(value);
    return wordPlaces(finding, name, said).reduce<string | undefined>((found, place) => found ?? wordOf(place), undefined) ?? said;
  };
  return Object.fromEntries(
    Object.entries(finding.params ?? {}).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.map((one) => word(name, one)).join(', ') : word(name, value),
    ]),
  );
}
