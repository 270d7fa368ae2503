import type { ParameterValues } from '@fashen/plugins/legal-review/model';

/** Names of the figures that differ. */
export function changedFigures(before: ParameterValues, after: ParameterValues): readonly (keyof ParameterValues)[] {
  return (Object.keys(before) as (keyof ParameterValues)[]).filter((name) => before[name] !== after[name]);
}
