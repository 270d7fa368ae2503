import type { ReactNode } from 'react';
import { CopyText } from './CopyText';

/** First characters of a hash with its kind; the whole value on hover and when copied. */
export function HashBadge({ kind, value }: { readonly kind: string; readonly value: string }): ReactNode {
  return (
    <span className="fs-hash">
      <span className="fs-hash-kind">{kind}</span>
      <CopyText value={value} shown={value.slice(0, 8)} />
    </span>
  );
}
