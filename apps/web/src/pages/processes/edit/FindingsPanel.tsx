import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ErrorView, useText } from '@fashen/ui';
import type { Findings, ShownFinding } from './use-findings';

/** Everything that stands against publishing: the sentence, what to do, and a way to the place. */
export function FindingsPanel(props: {
  readonly findings: Findings;
  readonly chosen: number;
  readonly onChoose: (at: number) => void;
}): ReactNode {
  const text = useText('processes');
  const { findings, chosen, onChoose } = props;
  if (findings.failure) return <ErrorView error={findings.failure} />;
  return (
    <div className="fs-findings">
      <p className="fs-secondary" role="status">
        {statusOf(findings, text)}
      </p>
      <ul>
        {findings.items.map((finding, at) => (
          <FindingLine
            key={`${finding.rule} ${finding.elementId ?? ''} ${at}`}
            finding={finding}
            isChosen={at === chosen}
            onLocate={() => onChoose(at)}
          />
        ))}
      </ul>
    </div>
  );
}

function statusOf(findings: Findings, text: (key: string, gaps?: Record<string, unknown>) => string): string {
  if (findings.isChecking || !findings.isKnown) return text('findings.checking');
  if (findings.items.length === 0) return text('findings.cleanNote');
  return text('findings.summary', { errors: findings.errors, warnings: findings.items.length - findings.errors });
}

function FindingLine(props: { readonly finding: ShownFinding; readonly isChosen: boolean; readonly onLocate: () => void }): ReactNode {
  const text = useText('processes');
  const { finding } = props;
  const kind = finding.severity === 'error' ? 'fs-finding-error' : '';
  return (
    <li className={`fs-finding ${kind} ${props.isChosen ? 'fs-finding-chosen' : ''}`}>
      <div className="fs-finding-head">
        <span className="fs-finding-kind">{text(`severity.${finding.severity}`)}</span>
        {finding.elementId ? (
          <Button size="small" onClick={props.onLocate}>
            {text('findings.locate')}
          </Button>
        ) : null}
      </div>
      <p>{finding.message}</p>
      {finding.remedy ? <p className="fs-secondary">{finding.remedy}</p> : null}
    </li>
  );
}
