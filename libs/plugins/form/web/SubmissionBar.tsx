import { Button } from 'antd';
import type { ReactNode } from 'react';
import { clockText, type DraftState, SubmitFailure, type TaskDraftState, useText } from '@fashen/ui';
import type { Submission } from './use-submission';

/** The bar under a form: what went wrong, the button that sends it, and whether the draft is kept. */
export function SubmissionBar(props: {
  readonly submission: Submission;
  readonly draft: DraftState | TaskDraftState;
  readonly act: string;
  readonly onStale?: () => void;
}): ReactNode {
  const { submission, draft } = props;
  const text = useText('ui');
  return (
    <div className="fs-submit-bar">
      <SubmitFailure error={submission.failure} onStale={props.onStale} />
      {submission.homeless.length > 0 ? (
        <ul className="fs-submit-failure">
          {submission.homeless.map((problem) => (
            <li key={problem.key}>
              {problem.key}：{problem.text}
            </li>
          ))}
        </ul>
      ) : null}
      <div className="fs-submit-row">
        <Button type="primary" loading={submission.isBusy} onClick={() => submission.submit()} aria-keyshortcuts="Control+Enter">
          {props.act}
        </Button>
        <span className="fs-secondary" role="status">
          {savedText(draft, text)}
        </span>
      </div>
    </div>
  );
}

function savedText(draft: DraftState | TaskDraftState, text: (key: string, gaps?: Record<string, unknown>) => string): string {
  const { savedAt } = draft;
  if ('isOnDevice' in draft && draft.isOnDevice) return text('draft.onDevice');
  if (!savedAt) return '';
  return savedAt === 'failed' ? text('draft.unsaved') : text('draft.saved', { at: clockText(savedAt) });
}
