import './rework.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { type CasePartProps, dayTimeText, type TaskNoteProps, useHolderId, useSession, useText, type WireCase } from '@fashen/ui';
import { ChangeList } from './ChangeList';
import { useRework, type WireReturn } from './rework-requests';

/** In the head of a case: how it ended, or what was returned and is to be corrected. */
export function ReworkNote({ caseId, view }: CasePartProps): ReactNode {
  const text = useText('rework');
  const { data } = useRework(caseId);
  const holderId = useHolderId();
  useOpenings(view);
  if (!data) return null;
  const { ending } = data;
  const open = data.returns.filter(({ isOpen }) => isOpen);
  const last = data.returns.at(-1);
  return (
    <>
      {ending ? (
        <p className="fs-rework-ending">
          <span className="fs-tag fs-tag-bad">{text(`ending.${ending.kind}`)}</span>{' '}
          {text('ending.by', { who: ending.byName, at: dayTimeText(ending.at), reason: ending.reason })}
        </p>
      ) : null}
      {ending ? null : open.map((one) => <Returned key={one.id} made={one} isMine={holds(view.tasks, one, holderId)} />)}
      {!ending && last && !last.isOpen ? <Resubmitted made={last} /> : null}
    </>
  );
}

/** Above a returned task, where the head of its case is not in sight: who returned it and why. */
export function ReturnNote({ task }: TaskNoteProps): ReactNode {
  const { data } = useRework(task.instanceId);
  const holderId = useHolderId();
  if (!data || task.endedAt) return null;
  const mine = data.returns.filter(({ isOpen, targetNodeId }) => isOpen && targetNodeId === task.nodeId);
  return mine.map((one) => <Returned key={one.id} made={one} isMine={task.assigneeId === holderId} />);
}

/** For whoever returned the case, or does a step after it: how the defects were answered, and what has changed. */
function Resubmitted({ made }: { readonly made: WireReturn }): ReactNode {
  const text = useText('rework');
  const { stepwiseBecause } = made;
  return (
    <details className="fs-rework-banner">
      <summary>{text('banner.resubmitted', { step: made.targetNodeName, who: made.returnedByName })}</summary>
      {stepwiseBecause ? <p>{text(`because.${stepwiseBecause}`)}</p> : null}
      <Defects defects={made.defects} />
      <ChangeList {...made} />
    </details>
  );
}

function Defects({ defects }: Pick<WireReturn, 'defects'>): ReactNode {
  const text = useText('rework');
  return (
    <ol>
      {defects.map(({ id, what, clause, material, answer }) => (
        <li key={id}>
          {[what, clause, material].filter(Boolean).join(' · ')}
          <div className="fs-secondary">{answer ? <DefectReply {...answer} /> : text('banner.unanswered')}</div>
        </li>
      ))}
    </ol>
  );
}

function DefectReply({ isFixed, text: words }: { readonly isFixed: boolean; readonly text: string }): ReactNode {
  const text = useText('rework');
  return (
    <>
      <span className={`fs-tag ${isFixed ? 'fs-tag-good' : 'fs-tag-bad'}`}>{text(isFixed ? 'resubmit.fixed' : 'resubmit.notFixed')}</span>{' '}
      {words}
    </>
  );
}

/** `isMine`: the person who looks is to answer it. */
function Returned({ made, isMine }: { readonly made: WireReturn; readonly isMine: boolean }): ReactNode {
  const text = useText('rework');
  const { returnedByName, fromNodeName, returnedAt, round, reason, defects, mode } = made;
  return (
    <details className="fs-rework-banner" role="note" open>
      <summary>{text('banner.returned', { who: returnedByName, from: fromNodeName, at: dayTimeText(returnedAt), n: round })}</summary>
      <p>{reason}</p>
      <Defects defects={defects} />
      {isMine && defects.some(({ answer }) => !answer) ? <p>{text('banner.howTo')}</p> : null}
      <p className="fs-secondary">{text(`banner.mode.${mode}`)}</p>
    </details>
  );
}

const holds = (tasks: WireCase['tasks'], { targetTaskId }: WireReturn, holderId: string): boolean =>
  tasks.some(({ id, assigneeId }) => id === targetTaskId && assigneeId === holderId);

/** Who looks at a case that waits for him has opened his task: whoever did the step before can no longer take it back. */
function useOpenings(view: WireCase): void {
  const { api } = useSession();
  const holderId = useHolderId();
  const told = useRef(new Set<string>());
  const mine = view.tasks.filter(({ endedAt, assigneeId }) => !endedAt && assigneeId === holderId).map(({ id }) => id);
  useEffect(() => {
    for (const id of mine.filter((one) => !told.current.has(one))) {
      told.current.add(id);
      // A look that is not noted changes nothing for the person who looks.
      api.post(`/tasks/${id}/opening`, {}).catch(() => told.current.delete(id));
    }
  }, [api, mine]);
}
