import type { ReactNode } from 'react';
import { useHasText, useText } from '@fashen/ui';
import type { CaseReviewReply } from '../model';

/** Whether a decision may be made now, in plain words, and if not, what to do. */
export function GateState({ gate }: Pick<CaseReviewReply, 'gate'>): ReactNode {
  const text = useText('legal-review');
  const errorText = useText('errors');
  const hasText = useHasText();
  if (gate.mayDecide) {
    return (
      <p className="fs-gate fs-gate-open">
        <span aria-hidden="true">✓ </span>
        {text('gate.open')}
      </p>
    );
  }
  const { code } = gate;
  return (
    <div className="fs-gate fs-gate-shut" role="note">
      <p>
        <span aria-hidden="true">✕ </span>
        <strong>{text('gate.shut')}</strong> {hasText('errors', code) ? errorText(code, gate.params) : code}
      </p>
    </div>
  );
}
