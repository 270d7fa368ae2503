import { Button } from 'antd';
import type { ReactNode } from 'react';
import { ErrorView, type Text, useText } from '@fashen/ui';
import { findingKey, type Findings, type ShownFinding } from './findings';

/** Everything that stands against publishing: the sentence, what to do, and a way to the place. */
export function FindingsList(props: {
  readonly findings: Findings;
  /** Said when nothing was found. */
  readonly cleanNote: string;
  /** Key of the chosen finding. */
  readonly chosen?: string;
  readonly onChoose: (finding: ShownFinding) => void;
}): ReactNode {
  const text = useText('editing');
  const { findings } = props;
  return (
    <div className="fs-findings">
      {findings.failure ? (
        <ErrorView error={findings.failure} onRetry={findings.retry} />
      ) : (
        <p className="fs-secondary" role="status">
          {statusOf(findings, text, props.cleanNote)}
        </p>
      )}
      <ul>
        {findings.items.map((finding) => (
          <FindingLine
            key={findingKey(finding)}
            finding={finding}
            isChosen={findingKey(finding) === props.chosen}
            onLocate={() => props.onChoose(finding)}
          />
        ))}
      </ul>
    </div>
  );
}

function statusOf({ items, errors, isChecking, isKnown }: Findings, text: Text, cleanNote: string): string {
  if (isChecking || !isKnown) return text('findings.checking');
  return items.length === 0 ? cleanNote : text('findings.summary', { errors, warnings: items.length - errors });
}

function FindingLine(props: { readonly finding: ShownFinding; readonly isChosen: boolean; readonly onLocate: () => void }): ReactNode {
  const text = useText('editing');
  const { severity, elementId, rows = [], message, remedy } = props.finding;
  return (
    <li className={`fs-finding ${severity === 'error' ? 'fs-finding-error' : ''} ${props.isChosen ? 'fs-finding-chosen' : ''}`}>
      <div className="fs-finding-head">
        <span className="fs-finding-kind">{text(`severity.${severity}`)}</span>
        {elementId || rows.length > 0 ? (
          <Button size="small" onClick={props.onLocate}>
            {text('findings.locate')}
          </Button>
        ) : null}
      </div>
      <p>{message}</p>
      {remedy ? <p className="fs-secondary">{remedy}</p> : null}
    </li>
  );
}
