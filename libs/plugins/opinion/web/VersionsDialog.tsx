import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import type { ReactNode } from 'react';
import { dayTimeText, EmptyView, StateView, useSession, useText } from '@fashen/ui';
import type { DraftVersionReply, OpinionContent } from '../model';
import { CitedClauses } from './CitedClauses';

/** Versions of the draft that were kept with the button, newest first. Taking one up changes what is being written, nothing else. */
export function VersionsDialog(props: {
  readonly taskId: string;
  readonly onTake: (content: OpinionContent) => void;
  readonly onClose: () => void;
}): ReactNode {
  const { taskId, onTake, onClose } = props;
  const text = useText('opinion');
  const { api } = useSession();
  const versions = useQuery({
    queryKey: ['opinion-versions', taskId],
    queryFn: ({ signal }) => api.get<readonly DraftVersionReply[]>(`/tasks/${taskId}/draft/versions`, signal),
    gcTime: 0,
  });
  const found = [...(versions.data ?? [])].reverse();
  return (
    <Modal open title={text('versions.title')} footer={null} onCancel={onClose}>
      {found.length > 0 ? (
        <p id="fs-versions-help" className="fs-secondary">
          {text('versions.help')}
        </p>
      ) : null}
      <StateView state={versions} empty={found.length === 0 ? <EmptyView>{text('versions.none')}</EmptyView> : undefined}>
        {() => (
          <ol className="fs-opinion-versions" aria-describedby="fs-versions-help">
            {found.map(({ no, savedAt, text: said, clauses }) => (
              <li key={no}>
                <p className="fs-secondary">{text('versions.line', { no, at: dayTimeText(savedAt) })}</p>
                <p className="fs-said">{said}</p>
                <CitedClauses clauses={clauses} />
                <Button size="small" onClick={() => onTake({ text: said, clauses })}>
                  {text('versions.take')}
                </Button>
              </li>
            ))}
          </ol>
        )}
      </StateView>
    </Modal>
  );
}
