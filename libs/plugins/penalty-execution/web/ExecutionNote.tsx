import './execution.css';
import { Popover } from 'antd';
import type { ReactNode } from 'react';
import { type CasePartProps, useText } from '@fashen/ui';
import type { Remedy } from '../model';
import { useExecution, type WireExecution } from './requests';
import { fineWords, whyWords } from './words.rules';

/** In the head of a case: what of the fine is owed today, why, and what became of disputes. */
export function ExecutionNote({ caseId }: CasePartProps): ReactNode {
  const text = useText('penalty-execution');
  const { data } = useExecution(caseId);
  if (!data || (!data.fine && data.remedies.length === 0)) return null;
  return (
    <section className="fs-execution" aria-label={text('title')}>
      {data.fine ? <FineLine fine={data.fine} remedies={data.remedies} /> : null}
      {data.remedies.map((remedy) => (
        <RemedyLine key={remedy.id} remedy={remedy} mustWithdraw={data.may.includes('withdraw') && remedy.withdrawnOn === undefined} />
      ))}
    </section>
  );
}

function FineLine({
  fine,
  remedies,
}: {
  readonly fine: NonNullable<WireExecution['fine']>;
  readonly remedies: readonly Remedy[];
}): ReactNode {
  const text = useText('penalty-execution');
  const why = (
    <ul className="fs-execution-why">
      {whyWords(fine, remedies, text('why.open')).map(({ key, gaps }, index) => (
        <li key={`${key}${index}`}>{text(key, gaps)}</li>
      ))}
    </ul>
  );
  return (
    <p className={fine.late.days > 0 && fine.paidOn === undefined ? 'fs-execution-late' : undefined}>
      {fineWords(fine).map(({ key, gaps }) => (
        <span key={key}>{text(key, gaps)}</span>
      ))}
      {fine.late.days > 0 ? (
        <Popover trigger={['click']} placement="bottomLeft" title={text('why')} content={why}>
          <button type="button" className="fs-execution-link">
            {text('why')}
          </button>
        </Popover>
      ) : null}
    </p>
  );
}

function RemedyLine({ remedy, mustWithdraw }: { readonly remedy: Remedy; readonly mustWithdraw: boolean }): ReactNode {
  const text = useText('penalty-execution');
  const { kind, filedOn, outcome, receivedOn = '', withdrawnOn } = remedy;
  return (
    <p>
      <span>{text('remedy.filed', { kind: text(`kind.${kind}`), day: filedOn })}</span>
      {outcome ? <span>{text('remedy.decided', { day: receivedOn, outcome: text(`outcome.${outcome}`) })}</span> : null}
      {withdrawnOn ? <span>{text('remedy.withdrawn', { day: withdrawnOn })}</span> : null}
      {mustWithdraw ? <strong>{text('remedy.withdraw')}</strong> : null}
    </p>
  );
}
