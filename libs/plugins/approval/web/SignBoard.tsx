import './board.css';
import type { ReactNode } from 'react';
import { StateView, type TaskPartProps, useSession, useText } from '@fashen/ui';
import { askerOf, missingVotes, sharesOf, type WireBoard } from './board.rules';
import { PartBoard } from './PartBoard';
import { Seats } from './Seats';
import { useBoard } from './use-board';

/** The board for those who look at a step of several signers and have nothing to decide there now. */
export function SignStanding({ task }: TaskPartProps): ReactNode {
  return task.panel === 'sign' || task.panel === 'part' ? (
    <div className="fs-act-note">
      <SignBoard taskId={task.id} />
    </div>
  ) : null;
}

interface SignBoardProps {
  readonly taskId: string;
  /** Where each fills in a form, the others are seen on request. */
  readonly isFolded?: boolean;
}

/** Who signs at a step, who has decided how, and what is needed to pass. */
export function SignBoard({ taskId, isFolded = false }: SignBoardProps): ReactNode {
  const text = useText('approval');
  const board = useBoard(taskId);
  const isEach = board.data?.mode === 'each';
  return (
    <section className="fs-board" aria-label={text(isEach ? 'part.title' : 'board.title')}>
      <StateView state={board} rows={3}>
        {() => (board.data ? <Standing board={board.data} taskId={taskId} isFolded={isFolded} /> : null)}
      </StateView>
    </section>
  );
}

const VERDICTS: Readonly<Record<WireBoard['verdict'], string>> = {
  open: 'fs-tag',
  passed: 'fs-tag fs-tag-good',
  notPassed: 'fs-tag fs-tag-bad',
  answered: 'fs-tag fs-tag-good',
};

function Standing({
  board,
  taskId,
  isFolded,
}: {
  readonly board: WireBoard;
  readonly taskId: string;
  readonly isFolded: boolean;
}): ReactNode {
  const text = useText('approval');
  const { person } = useSession();
  const own = board.seats.find(({ id, personId }) => id === taskId && personId === person.id);
  const asker = own && askerOf(board.seats, own);
  return (
    <>
      {asker ? <p className="fs-notice">{text(`sign.for.${asker.kind}`, { who: asker.who })}</p> : null}
      {board.mode === 'each' ? <Parts board={board} ownId={own?.id} isFolded={isFolded} /> : <Votes board={board} ownId={own?.id} />}
    </>
  );
}

interface PartProps {
  readonly board: WireBoard;
  readonly ownId: string | undefined;
}

function Parts(props: PartProps & { readonly isFolded: boolean }): ReactNode {
  return props.board.seats.length === 0 ? null : <PartBoard {...props} />;
}

function Votes({ board, ownId }: PartProps): ReactNode {
  return (
    <>
      {board.seats.length === 0 ? null : <Count board={board} />}
      <Seats board={board} ownId={ownId} />
    </>
  );
}

function Count({ board }: { readonly board: WireBoard }): ReactNode {
  const text = useText('approval');
  const { sums, needed, verdict } = board;
  if (board.isVoid) return <Void />;
  const missing = missingVotes(board);
  const line = needed === undefined ? text('board.barFirst') : text('board.bar', { ...sums, needed });
  return (
    <div className="fs-board-count">
      <h3>
        {text('board.title')} <span className={VERDICTS[verdict]}>{text(`board.verdict.${verdict}`)}</span>
        {missing === undefined ? null : <span className="fs-board-missing">{text('board.missing', { n: missing })}</span>}
      </h3>
      <Bar board={board} />
      <p aria-live="polite" className="fs-secondary">
        {line}
      </p>
    </div>
  );
}

function Void(): ReactNode {
  const text = useText('approval');
  return (
    <div className="fs-board-count">
      <h3>
        {text('board.title')} <span className="fs-tag fs-tag-quiet">{text('board.void')}</span>
      </h3>
      <p className="fs-secondary">{text('board.voidWhy')}</p>
    </div>
  );
}

/** The same as the line below it, for the eye. */
function Bar({ board }: { readonly board: WireBoard }): ReactNode {
  const { mark, ...shares } = sharesOf(board);
  return (
    <div className="fs-board-bar" aria-hidden="true">
      {(['agree', 'abstain', 'against'] as const).map((name) => (
        <span key={name} className={`fs-bar-${name}`} style={{ width: `${shares[name]}%` }} />
      ))}
      {mark === undefined ? null : <span className="fs-bar-mark" style={{ left: `${mark}%` }} />}
    </div>
  );
}
