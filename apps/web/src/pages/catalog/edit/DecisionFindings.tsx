import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ErrorView, useText } from '@fashen/ui';
import type { DecisionCheck, DecisionFinding } from './use-decision-check';

/** What the check of a decision found, each with its rows and a way there. */
export function DecisionFindings(props: {
  readonly check: DecisionCheck;
  readonly chosen: number;
  readonly onLocate: (at: number) => void;
}): ReactNode {
  const text = useText('catalog');
  const { check, chosen, onLocate } = props;
  if (check.failure) return <ErrorView error={check.failure} />;
  return (
    <div className="fs-modeler-tab fs-findings">
      <h2>{text('edit.check')}</h2>
      <p className="fs-secondary" role="status">
        {statusOf(check, text)}
      </p>
      <ul>
        {check.items.map((finding, at) => (
          <FindingLine key={`${finding.rule} ${at}`} finding={finding} isChosen={at === chosen} onLocate={() => onLocate(at)} />
        ))}
      </ul>
    </div>
  );
}

function statusOf(check: DecisionCheck, text: (key: string, gaps?: Record<string, unknown>) => string): string {
  if (check.isChecking || !check.isKnown) return text('edit.checking');
  if (check.items.length === 0) return text('edit.clean');
  return text('edit.summary', { errors: check.errors, warnings: check.items.length - check.errors });
}

function FindingLine(props: { readonly finding: DecisionFinding; readonly isChosen: boolean; readonly onLocate: () => void }): ReactNode {
  const text = useText('catalog');
  const { finding } = props;
  return (
    <li className={`fs-finding ${finding.severity === 'error' ? 'fs-finding-error' : ''} ${props.isChosen ? 'fs-finding-chosen' : ''}`}>
      <div className="fs-finding-head">
        <span className="fs-finding-kind">{text(`severity.${finding.severity}`)}</span>
        {finding.rows.length > 0 || finding.elementId ? (
          <Button size="small" onClick={props.onLocate}>
            {text('edit.locate')}
          </Button>
        ) : null}
      </div>
      <p>{finding.message}</p>
      {finding.remedy ? <p className="fs-secondary">{finding.remedy}</p> : null}
    </li>
  );
}
