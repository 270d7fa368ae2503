import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { dayTimeText, PersonName, useSession, useText, type WireTask } from '@fashen/ui';
import { endedByOthers } from './case-tasks.rules';

interface EndedNoteProps {
  /** All tasks of the case. */
  readonly tasks: readonly WireTask[];
  readonly shownId: string | undefined;
}

/** Says that the task one was looking at has been ended by somebody else, and when: the panel below already shows another one. */
export function EndedNote({ tasks, shownId }: EndedNoteProps): ReactNode {
  const { person } = useSession();
  const [watchedId, watch] = useState<string>();
  const ended = endedByOthers(person, tasks, watchedId);
  useEffect(() => {
    if (!ended) watch(shownId);
  }, [ended, shownId]);
  return <div role="status">{ended && ended.id !== shownId ? <Told task={ended} onSeen={() => watch(shownId)} /> : null}</div>;
}

function Told({ task, onSeen }: { readonly task: WireTask; readonly onSeen: () => void }): ReactNode {
  const text = useText('case-file');
  const { state, nodeName, endedAt, endedBy, endedByName } = task;
  const at = endedAt ? dayTimeText(endedAt) : '';
  return (
    <div className="fs-notice fs-ended-note">
      <span>{text(state === 'CANCELLED' ? 'case.taskGone' : 'case.taskEnded', { step: nodeName, at })}</span>
      {endedBy ? <PersonName id={endedBy} name={endedByName} /> : null}
      <Button size="small" onClick={onSeen}>
        {text('case.taskEndedSeen')}
      </Button>
    </div>
  );
}
