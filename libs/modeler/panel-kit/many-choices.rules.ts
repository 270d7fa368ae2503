import type { PanelChoice } from '../modeler-plugin';

const NOTHING: PanelChoice = { value: '', label: '—' };

/**
 * What a select offers. Where several may stand together, the present ones stand first under all their names, `＋` adds and `－` takes one away.
 * A present value that is not offered (a drawing made elsewhere) stays visible as it is.
 */
export function shownChoices(offered: readonly PanelChoice[], current: string, isMany: boolean): readonly PanelChoice[] {
  const present = partsOf(current);
  const isOffered = offered.some((choice) => choice.value === current);
  const together = current === '' || isOffered ? [] : [{ value: current, label: namesOf(present, offered) }];
  if (!isMany || present.length === 0) return [NOTHING, ...together, ...offered];
  const marked = offered.map((choice) => ({ ...choice, label: markedLabel(choice, present) }));
  return [NOTHING, ...together, ...marked];
}

/** The list after one was chosen: added when it was not there, taken away when it was. Nothing chosen empties it. */
export function toggled(current: string, chosen: string): string {
  const present = partsOf(current);
  if (chosen === '' || chosen === current) return chosen;
  const next = present.includes(chosen) ? present.filter((part) => part !== chosen) : [...present, chosen];
  return next.join(' ');
}

/** Names of the present ones, where several stand together: a select is too narrow for them. */
export const chosenNames = (offered: readonly PanelChoice[], current: string): readonly string[] => {
  const present = partsOf(current);
  return present.length < 2 ? [] : present.map((part) => offered.find((choice) => choice.value === part)?.label ?? part);
};

function markedLabel(choice: PanelChoice, present: readonly string[]): string {
  if (present.length === 1 && present[0] === choice.value) return choice.label;
  return `${present.includes(choice.value) ? '－' : '＋'} ${choice.label}`;
}

function namesOf(parts: readonly string[], offered: readonly PanelChoice[]): string {
  return parts.map((part) => offered.find((choice) => choice.value === part)?.label ?? part).join(' + ');
}

const partsOf = (list: string): readonly string[] => list.split(/[\s,]+/).filter((part) => part !== '');
