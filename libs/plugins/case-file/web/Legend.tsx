import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';

/** What the looks of the diagram mean. */
export function Legend(): ReactNode {
  const text = useText('case-file');
  return (
    <ul className="fs-legend" aria-label={text('legend.title')}>
      {(['now', 'done', 'late', 'return', 'open'] as const).map((state) => (
        <li key={state}>
          <span className={`fs-legend-sample fs-legend-${state}`} aria-hidden="true" />
          {text(`legend.${state}`)}
        </li>
      ))}
    </ul>
  );
}
