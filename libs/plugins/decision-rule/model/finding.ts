import type { JsonObject, LintFinding } from '@fashen/plugin-api';

/** Names of everything a DMN file is checked for; keys of the sentences in `i18n` part `lint`. */
export type FindingName =
  | 'not-readable'
  | 'doctype'
  | 'too-large'
  | 'too-deep'
  | 'too-many-elements'
  | 'not-xml'
  | 'no-decision'
  | 'several-roots'
  | 'circle'
  | 'requires-missing'
  | 'unsupported'
  | 'bad-id'
  | 'no-input-expression'
  | 'no-output-name'
  | 'row-incomplete'
  | 'bad-expression'
  | 'too-expensive'
  | 'empty-output'
  | 'no-rows'
  | 'bad-hit-policy'
  | 'priority-needs-values'
  | 'aggregation-needs-one-output'
  | 'gap'
  | 'overlap'
  | 'contradiction'
  | 'unreachable'
  | 'hidden'
  | 'duplicate'
  | 'not-analyzed'
  | 'too-wide';

/** Makes a finding that stops publication. */
export function refuse(name: FindingName, elementId?: string, params?: JsonObject): LintFinding {
  return finding('error', name, elementId, params);
}

/** Makes a finding that is shown and does not stop. */
export function warn(name: FindingName, elementId?: string, params?: JsonObject): LintFinding {
  return finding('warning', name, elementId, params);
}

function finding(severity: LintFinding['severity'], name: FindingName, elementId?: string, params?: JsonObject): LintFinding {
  return { rule: `decision-rule.${name}`, severity, ...(elementId && { elementId }), ...(params && { params }) };
}
