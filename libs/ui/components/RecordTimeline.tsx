import type { ReactNode } from 'react';

/** One line of a timeline. */
export interface TimelineLine {
  readonly key: string;
  readonly time: string;
  readonly isoTime: string;
  /** What happened, in words. */
  readonly text: ReactNode;
  readonly detail?: ReactNode;
  /** Decisions and returns stand out, by mark and color. */
  readonly tone: 'plain' | 'decision' | 'return';
  readonly isMarked?: boolean;
  readonly onSelect?: () => void;
}

const marks = { plain: '○', decision: '✓', return: '↺' } as const;

/** What happened, newest last, one line each. Lines that belong to a step of the diagram can be chosen. */
export function RecordTimeline({ lines, label }: { readonly lines: readonly TimelineLine[]; readonly label: string }): ReactNode {
  return (
    <ol className="fs-timeline" aria-label={label}>
      {lines.map((line) => (
        <li key={line.key} className={`fs-timeline-line fs-tone-${line.tone}${line.isMarked ? ' fs-marked' : ''}`}>
          <span className="fs-timeline-mark" aria-hidden="true">
            {marks[line.tone]}
          </span>
          <div className="fs-timeline-body">
            <time dateTime={line.isoTime}>{line.time}</time>{' '}
            {line.onSelect ? (
              <button type="button" className="fs-link" onClick={line.onSelect} aria-pressed={line.isMarked ?? false}>
                {line.text}
              </button>
            ) : (
              <span>{line.text}</span>
            )}
            {line.detail ? <div className="fs-timeline-detail">{line.detail}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
