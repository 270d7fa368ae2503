import type { ReactNode } from 'react';
import type { Json, JsonObject } from '@fashen/plugin-api';
import { HashBadge, useHasText, useText, valueText } from '@fashen/ui';
import { useReviewWords } from './review-words';

/** What the handling unit proposes: the frozen draft, field by field, with its hash. */
export function DraftFacts({ draft }: { readonly draft: { readonly hash: string; readonly content: JsonObject } }): ReactNode {
  const text = useText('legal-review');
  const kitText = useText('ui');
  const { word } = useReviewWords();
  const hasText = useHasText();
  const nameOf = (key: string): string => (hasText('legal-review', `draft.${key}`) ? text(`draft.${key}`) : key);
  const entries = Object.entries(draft.content).filter(
    ([, value]) => value !== undefined && value !== null && value !== false && value !== '',
  );
  return (
    <details className="fs-draft" open>
      <summary>{text('draft.title')}</summary>
      <HashBadge kind="SHA-256" value={draft.hash} />
      <dl>
        {entries.map(([key, value]) => (
          <div key={key}>
            <dt>{nameOf(key)}</dt>
            <dd>{valueText(value as Json, kitText, word)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
