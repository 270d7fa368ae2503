import type { LintRule } from '@fashen/plugin-api';
import { formKey } from '../form.schema';

/** Moddle type of the extension element. */
export const BINDING = 'form:Binding';

/** A binding must name a form by a plain key. */
export const plainFormKey: LintRule = (model) =>
  [...model.elements.values()].flatMap((element) => {
    const binding = element.extensions[BINDING];
    if (!binding || formKey.safeParse(binding['form']).success) return [];
    return [{ severity: 'error' as const, elementId: element.id, params: { form: String(binding['form'] ?? '') } }];
  });
