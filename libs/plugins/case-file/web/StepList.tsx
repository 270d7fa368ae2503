import type { ReactNode } from 'react';
import type { DiagramStep, NodeMark } from '@fashen/modeler/viewer';
import { useText } from '@fashen/ui';

/** The diagram in words: every step with its state. For screen readers, printing, and when the diagram cannot be drawn. */
export function StepList(props: {
  readonly steps: readonly DiagramStep[];
  readonly marks: ReadonlyMap<string, NodeMark>;
  readonly badgeText: (mark: NodeMark) => string | undefined;
  readonly isOpen: boolean;
  readonly onSelect: (nodeId: string | undefined) => void;
}): ReactNode {
  const text = useText('case-file');
  const steps = props.steps.length > 0 ? props.steps : [...props.marks.keys()].map((id) => ({ id, name: id, type: '' }));
  return (
    <details className="fs-step-list" open={props.isOpen}>
      <summary>{text('steps.title', { n: steps.length })}</summary>
      <ol>
        {steps.map((step) => {
          const mark = props.marks.get(step.id);
          return (
            <li key={step.id} className={mark ? undefined : 'fs-secondary'}>
              <button type="button" className="fs-link" onClick={() => props.onSelect(step.id)}>
                {step.name}
              </button>{' '}
              <span>{mark ? (props.badgeText(mark) ?? text('legend.done')) : text('legend.open')}</span>
            </li>
          );
        })}
      </ol>
    </details>
  );
}
