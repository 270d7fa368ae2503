import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import { partStanding, type WireBoard } from './board.rules';
import { Seats } from './Seats';

/** Who has filled in their part of a step and whose turn it is. Nothing is counted, so there is nothing to reach. */
export function PartBoard(props: {
  readonly board: WireBoard;
  readonly ownId: string | undefined;
  /** Whoever fills in their own part sees the others on request. */
  readonly isFolded: boolean;
}): ReactNode {
  const { board, ownId, isFolded } = props;
  const text = useText('approval');
  const listMark = useText('ui')('listMark');
  const { answered, all } = board.sums;
  const standing = partStanding(board);
  return (
    <details open={!isFolded}>
      <summary>
        <span className="fs-board-name">{text('part.title')}</span>{' '}
        <span className={answered === all ? 'fs-tag fs-tag-good' : 'fs-tag'}>{text('part.count', { answered, all })}</span>
      </summary>
      <p aria-live="polite" className="fs-secondary">
        {text(standing.textKey, { who: standing.who.join(listMark) })}
      </p>
      <Seats board={board} ownId={ownId} />
    </details>
  );
}
