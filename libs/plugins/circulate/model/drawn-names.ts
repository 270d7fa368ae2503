import type { NameReader } from '@fashen/plugin-api';
import { COPY, copyRule } from './circulate.schema';

/** People and roles that steps send copies to. */
export const readerNames: NameReader = (model) =>
  [...model.elements.values()].flatMap(({ id: elementId, extensions }) => {
    const rule = copyRule.safeParse(extensions[COPY]).data;
    if (!rule || rule.kind === 'field') return [];
    return rule.value.map((id) => ({ elementId, kind: rule.kind, id }));
  });
