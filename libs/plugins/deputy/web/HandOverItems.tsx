import type { ReactNode } from 'react';
import { ApiError, useErrorText, useText } from '@fashen/ui';
import type { HandOverItem, ItemState } from '../model';
import { useRoleName } from './use-role-name';

const STATE_TAG: Readonly<Record<ItemState, string>> = {
  PENDING: '',
  DONE: ' fs-tag-good',
  CONFLICT: ' fs-tag-bad',
  BY_HAND: ' fs-tag-deputy',
  GONE: ' fs-tag-quiet',
};

/** Entries with their state and, where something stands against them, why. Before the start the states are those that will come. */
export function HandOverItems(props: {
  readonly items: readonly HandOverItem[];
  readonly isPreview?: boolean;
  readonly actsOf?: (item: HandOverItem) => ReactNode;
}): ReactNode {
  return (
    <ul className="fs-hand-over-items">
      {props.items.map((item) => (
        <li key={item.id} className="fs-deputy-rule">
          <ItemWords item={item} isPreview={props.isPreview ?? false} />
          {props.actsOf?.(item)}
        </li>
      ))}
    </ul>
  );
}

function ItemWords({ item, isPreview }: { readonly item: HandOverItem; readonly isPreview: boolean }): ReactNode {
  const text = useText('deputy');
  const { kind, title, state, successorName } = item;
  return (
    <div className="fs-deputy-words">
      <p>
        <span className={`fs-tag${STATE_TAG[state]}`}>{text(`${isPreview ? 'will' : 'item'}.${state}`)}</span>{' '}
        <span className="fs-tag fs-tag-quiet">{text(`kind.${kind}`)}</span> {title}
        {state === 'DONE' && successorName ? (
          <span className="fs-secondary"> {text('handOver.given', { name: successorName })}</span>
        ) : null}
      </p>
      <Why item={item} />
    </div>
  );
}

function Why({ item }: { readonly item: HandOverItem }): ReactNode {
  const errorText = useErrorText();
  const roleName = useRoleName();
  const { state, code, params, successorName } = item;
  if (code === undefined || (state !== 'CONFLICT' && state !== 'BY_HAND')) return null;
  const gaps = { ...params, person: params?.['person'] ?? successorName ?? roleName('') };
  return <p className="fs-secondary">{errorText(new ApiError(409, code, gaps))}</p>;
}
