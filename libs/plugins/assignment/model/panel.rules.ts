import type { ModelElement } from '@fashen/plugin-api';

/** Which act panel a task opens. */
export type Panel = 'form' | 'review' | 'signature' | 'decision';

/** Extension elements that ask for a panel of their own. */
const PANELS: readonly { readonly extension: string; readonly panel: Panel }[] = [
  { extension: 'legal-review:Review', panel: 'review' },
  { extension: 'legal-review:Signature', panel: 'signature' },
  { extension: 'legal-review:Decision', panel: 'decision' },
];

/** The panel of a step, read from its extensions; a step without any of its own shows its form. */
export function panelOf(element: ModelElement | undefined): Panel {
  return PANELS.find(({ extension }) => element !== undefined && extension in element.extensions)?.panel ?? 'form';
}
