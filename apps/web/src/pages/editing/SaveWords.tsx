import type { ReactNode } from 'react';
import { asApiError, clockText, useErrorText, useText } from '@fashen/ui';
import type { SaveState } from './use-draft-saver';

/** Says whether what is being edited is saved. */
export function SaveWords({ state }: { readonly state: SaveState }): ReactNode {
  const text = useText('editing');
  const errorText = useErrorText();
  if (state.kind === 'failed') {
    const failure = asApiError(state.error);
    return (
      <span role="alert" className="fs-tag fs-tag-bad">
        {failure.status === 409 ? text('saved.conflict') : text('saved.failed', { why: errorText(failure) })}
      </span>
    );
  }
  const words = state.kind === 'saved' ? text('saved.at', { at: clockText(state.at) }) : text(`saved.${state.kind}`);
  return (
    <span role="status" className={state.kind === 'conflict' ? 'fs-tag fs-tag-bad' : 'fs-secondary'}>
      {words}
    </span>
  );
}
