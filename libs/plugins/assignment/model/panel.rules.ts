import type { ModelElement, TaskKind } from '@fashen/plugin-api';
import { isFilledInByEach } from './rule-at';

/** Which act panel a task opens. */
export type Panel = 'form' | 'review' | 'signature' | 'decision' | 'sign' | 'part';

/** Extension elements that ask for a panel of their own. */
const PANELS: readonly { readonly extension: string; readonly panel: Panel }[] = [
  { extension: 'legal-review:Review', panel: 'review' },
  { extension: 'legal-review:Signature', panel: 'signature' },
  { extension: 'legal-review:Decision', panel: 'decision' },
  { extension: 'approval:Sign', panel: 'sign' },
];

/**
 * The panel of a step, read from its extensions; a step without any of its own shows its form. A part of a visit is a vote or an answer, or
 * the form of the step where each fills it in.
 */
export function panelOf(element: ModelElement | undefined, kind: TaskKind = 'VISIT'): Panel {
  if (isFilledInByEach(element) && (kind === 'VISIT' || kind === 'SEAT')) return 'part';
  if (kind !== 'VISIT') return 'sign';
  return PANELS.find(({ extension }) => element !== undefined && extension in element.extensions)?.panel ?? 'form';
}
