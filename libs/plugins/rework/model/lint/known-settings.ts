import type { LintRule, ModelElement } from '@fashen/plugin-api';
import { CHOICES, RETURN, textOf, WITHDRAWAL, WITHDRAW_UNTIL } from '../settings.rules';

/** Every setting about rework is one that exists. */
export const knownSettings: LintRule = (model) => [...model.elements.values()].flatMap(findingsOf);

function findingsOf(element: ModelElement): ReturnType<LintRule> {
  const step = element.name ?? element.id;
  const wrong = (setting: string, value: string) => ({
    severity: 'error' as const,
    elementId: element.id,
    params: { step, setting, value },
  });
  return wrongSettings(element).map(([setting, value]) => wrong(setting, value));
}

function wrongSettings({ extensions }: ModelElement): readonly (readonly [string, string])[] {
  const drawn = extensions[RETURN] ?? {};
  const choices = Object.entries(CHOICES).map(([name, values]) => [name, textOf(drawn, name), values] as const);
  const until = ['until', textOf(extensions[WITHDRAWAL] ?? {}, 'until'), WITHDRAW_UNTIL] as const;
  const wrong = [...choices, until].filter(([, value, values]) => value !== '' && !(values as readonly string[]).includes(value));
  const rounds = textOf(drawn, 'maxRounds');
  const isNumber = rounds === '' || /^[1-9]\d{0,3}$/.test(rounds);
  return [...wrong.map(([name, value]) => [name, value] as const), ...(isNumber ? [] : [['maxRounds', rounds] as const])];
}
