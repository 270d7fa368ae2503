import { useQueryClient } from '@tanstack/react-query';
import { Button, Space } from 'antd';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { asApiError, dayTimeText, SubmitFailure, useText } from '@fashen/ui';
import type { OpinionContent } from '../model';
import { CitedClauses } from './CitedClauses';
import type { OpinionDraft } from './use-opinion-draft';
import { VersionsDialog } from './VersionsDialog';

/** Keeps the draft on purpose, shows earlier versions, and says where the draft is. */
export function DraftLine(props: { readonly taskId: string; readonly draft: OpinionDraft; readonly isStale: boolean }): ReactNode {
  const { taskId, draft, isStale } = props;
  const text = useText('opinion');
  const queries = useQueryClient();
  const [showsVersions, setShowsVersions] = useState(false);
  const { savedAt, failure, other } = draft;
  const keep = (): void => {
    const readAgain = (): Promise<void> => queries.invalidateQueries({ queryKey: ['opinion-versions', taskId] });
    void draft.save(true).then(readAgain, () => undefined);
  };
  /** What stands in the box now is kept first, so that nothing is lost by looking back. */
  const take = (content: OpinionContent): void => {
    const isWritten = draft.content.text.trim() !== '';
    const kept = isWritten && draft.content.text !== content.text ? draft.save(true) : Promise.resolve();
    void kept.then(
      () => draft.change(content),
      () => undefined,
    );
  };
  return (
    <>
      {isStale ? <p className="fs-notice">{text('box.stale')}</p> : null}
      {other ? <Conflict draft={draft} /> : <SubmitFailure error={failure && isTold(failure) ? undefined : failure} />}
      <Space wrap>
        <Button size="small" disabled={other !== undefined} onClick={keep}>
          {text('box.keep')}
        </Button>
        <Button size="small" type="link" onClick={() => setShowsVersions(true)}>
          {text('versions.open')}
        </Button>
        <span className="fs-secondary" role="status">
          {failure ? text('box.unsent') : savedAt === undefined ? '' : text('box.saved', { at: dayTimeText(savedAt) })}
        </span>
      </Space>
      {showsVersions ? (
        <VersionsDialog
          taskId={taskId}
          onClose={() => setShowsVersions(false)}
          onTake={(content) => {
            take(content);
            setShowsVersions(false);
          }}
        />
      ) : null}
    </>
  );
}

/** The status line says of a lost connection that the text is still on this device. */
const isTold = (failure: unknown): boolean => asApiError(failure).status === 0;

/** Two windows, one person, two texts: nothing is lost unseen. */
function Conflict({ draft }: { readonly draft: OpinionDraft }): ReactNode {
  const text = useText('opinion');
  const { other, choose } = draft;
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    notice.current?.scrollIntoView({ block: 'center' });
  }, []);
  if (!other) return null;
  return (
    <div role="alert" ref={notice} className="fs-notice fs-notice-warning">
      <p>{text('conflict.title', { at: dayTimeText(other.savedAt) })}</p>
      <blockquote className="fs-signed-words">
        <p className="fs-said">{other.opinion?.text === '' ? text('conflict.empty') : other.opinion?.text}</p>
        <CitedClauses clauses={other.opinion?.clauses ?? []} />
      </blockquote>
      <Space wrap>
        <Button size="small" onClick={() => choose('theirs')}>
          {text('conflict.theirs')}
        </Button>
        <Button size="small" onClick={() => choose('mine')}>
          {text('conflict.mine')}
        </Button>
      </Space>
    </div>
  );
}
