import type { ReactNode } from 'react';
import { groupsOf, type WireBoard } from './board.rules';
import { SeatCard } from './SeatCard';

/** All seats of a board, each with those who were asked for it. */
export function Seats({ board, ownId }: { readonly board: WireBoard; readonly ownId: string | undefined }): ReactNode {
  return (
    <ul className="fs-seats">
      {groupsOf(board.seats).map(({ seat, asked }) => (
        <SeatCard key={seat.id} seat={seat} asked={asked} ownId={ownId} isEach={board.mode === 'each'} />
      ))}
    </ul>
  );
}
