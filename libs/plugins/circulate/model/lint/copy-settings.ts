import type { JsonObject, LintRule, ModelElement } from '@fashen/plugin-api';
import { isPlainPath } from '@fashen/plugins/assignment/model';
import { COPY, COPY_MODES, COPY_MOMENTS, READER_KINDS, wordsOf } from '../circulate.schema';

/** Ids of roles and persons: letters, digits and hyphens. */
const PLAIN_ID = /^[A-Za-z0-9][A-Za-z0-9-]*$/;

/** Every setting of a copy is one that exists: moments, kind and mode known, readers named. */
export const copySettings: LintRule = (model) =>
  [...model.elements.values()].flatMap((step) => {
    const drawn = step.extensions[COPY];
    if (!drawn) return [];
    return wrongSettings(drawn).map((setting) => ({
      severity: 'error' as const,
      elementId: step.id,
      params: paramsOf(step, drawn, setting),
    }));
  });

type Setting = 'on' | 'kind' | 'value' | 'mode';

function wrongSettings(drawn: JsonObject): readonly Setting[] {
  const moments = wordsOf(textOf(drawn, 'on'));
  const checks: readonly (readonly [Setting, boolean])[] = [
    ['on', moments.length > 0 && moments.every((moment) => isOneOf(COPY_MOMENTS, moment))],
    ['kind', isOneOf(READER_KINDS, textOf(drawn, 'kind'))],
    ['value', areReaders(textOf(drawn, 'kind'), wordsOf(textOf(drawn, 'value')))],
    ['mode', isOneOf(['', ...COPY_MODES], textOf(drawn, 'mode'))],
  ];
  return checks.filter(([, right]) => !right).map(([setting]) => setting);
}

function areReaders(kind: string, values: readonly string[]): boolean {
  return values.length > 0 && values.every((value) => (kind === 'field' ? isPlainPath(value) : PLAIN_ID.test(value)));
}

const textOf = (drawn: JsonObject, name: Setting): string => (typeof drawn[name] === 'string' ? drawn[name].trim() : '');

const isOneOf = (list: readonly string[], value: string): boolean => list.includes(value);

const paramsOf = (step: ModelElement, drawn: JsonObject, setting: Setting): JsonObject => ({
  step: step.name ?? step.id,
  setting,
  value: textOf(drawn, setting),
});
