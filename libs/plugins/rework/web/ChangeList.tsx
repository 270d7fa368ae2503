import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import type { WireReturn } from './rework-requests';

/** What has changed in the case data since the return. */
export function ChangeList({ changes }: Pick<WireReturn, 'changes'>): ReactNode {
  const text = useText('rework');
  if (changes.length === 0) return <p className="fs-secondary">{text('changes.none')}</p>;
  const shown = (value: unknown): string =>
    value === undefined ? text('changes.empty') : typeof value === 'string' ? value : JSON.stringify(value);
  return (
    <details open>
      <summary>{text('changes.title')}</summary>
      <ul>
        {changes.map(({ path, before, after }) => (
          <li key={path}>
            <b>{path}</b> <del className="fs-secondary">{text('changes.was', { value: shown(before) })}</del>{' '}
            <ins>{text('changes.is', { value: shown(after) })}</ins>
          </li>
        ))}
      </ul>
    </details>
  );
}
