import type { LintRule } from '@fashen/plugin-api';
import { opinionPolicy, POLICY } from '../opinion.schema';

/** Every setting of the policy is one that exists. */
export const policySettings: LintRule = (model) =>
  [...model.elements.values()].flatMap((step) => {
    const drawn = step.extensions[POLICY];
    const parsed = opinionPolicy.safeParse(drawn ?? {});
    if (parsed.success) return [];
    const settings = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0] ?? '')))];
    return settings.map((setting) => ({
      severity: 'error' as const,
      elementId: step.id,
      params: { step: step.name ?? step.id, setting, value: String(drawn?.[setting] ?? '') },
    }));
  });
