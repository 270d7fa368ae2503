import type { LintFinding } from '@fashen/plugin-api';
import type { ModelSource } from '../../model/model-source';

/** A check of the engine itself on a parsed file. Pure. Findings name rule, element and parameters; texts stand in `i18n`. */
export type SourceRule = (source: ModelSource) => readonly LintFinding[];

/** An error of the engine's own rules. */
export const refuse = (rule: string, elementId?: string, params?: LintFinding['params']): LintFinding => ({
  rule: `engine.${rule}`,
  severity: 'error',
  ...(elementId === undefined ? {} : { elementId }),
  ...(params === undefined ? {} : { params }),
});
