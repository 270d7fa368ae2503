import type { ReactNode } from 'react';
import { dayTimeText, PersonName, useText } from '@fashen/ui';
import { statusKeyOf, type WireSeat } from './board.rules';

const MARKS = [
  ['hasVeto', 'board.veto'],
  ['isMandatory', 'board.mandatory'],
  ['isChair', 'board.chair'],
] as const;

/** Shape and color of a state; the words stand beside them. */
const STATES: Readonly<Record<WireSeat['status'], readonly [shape: string, tag: string]>> = {
  NOT_STARTED: ['○', 'fs-tag fs-tag-quiet'],
  PENDING: ['●', 'fs-tag'],
  WAITING_AFTER: ['…', 'fs-tag'],
  AGREE: ['✓', 'fs-tag fs-tag-good'],
  AGAINST: ['✕', 'fs-tag fs-tag-bad'],
  ABSTAIN: ['–', 'fs-tag fs-tag-quiet'],
  DONE: ['✓', 'fs-tag fs-tag-good'],
  REMOVED: ['⊘', 'fs-tag fs-tag-quiet'],
  CANCELLED: ['⊘', 'fs-tag fs-tag-quiet'],
  TAKEN_BACK: ['↺', 'fs-tag fs-tag-quiet'],
};

const isOver = ({ status }: WireSeat): boolean => status === 'REMOVED' || status === 'CANCELLED';

interface SeatCardProps {
  readonly seat: WireSeat;
  readonly asked?: readonly WireSeat[];
  /** Seat of the person who looks. */
  readonly ownId: string | undefined;
  /** Each fills in a form, and nobody votes. */
  readonly isEach: boolean;
}

/** One signer: who, in which part, how decided and in which words; below it those who were asked for it. */
export function SeatCard({ seat, asked = [], ownId, isEach }: SeatCardProps): ReactNode {
  const text = useText('approval');
  const kitText = useText('ui');
  const [shape, tag] = STATES[seat.status];
  const open = asked.filter(({ status }) => status === 'PENDING');
  return (
    <li className={`fs-seat${seat.id === ownId ? ' fs-seat-own' : ''}${isOver(seat) ? ' fs-seat-over' : ''}`}>
      <div className="fs-seat-head">
        <PersonName id={seat.personId} {...(seat.personName !== undefined && { name: seat.personName })} />
        <Parts seat={seat} isOwn={seat.id === ownId} />
        <span className={tag}>
          <span aria-hidden="true">{shape}</span> {text(statusKeyOf(seat, isEach))}
        </span>
      </div>
      {open.length > 0 ? <p className="fs-secondary">{text('board.waiting', { who: namesOf(open).join(kitText('listMark')) })}</p> : null}
      {seat.opinion ? <p className="fs-seat-words">{seat.opinion}</p> : null}
      <When seat={seat} />
      {asked.length > 0 ? (
        <ul className="fs-seats">
          {asked.map((one) => (
            <SeatCard key={one.id} seat={one} ownId={ownId} isEach={isEach} />
          ))}
        </ul>
      ) : null}
    </li>
  );
}

/** When it was decided, and by whom for the holder. */
function When({ seat }: { readonly seat: WireSeat }): ReactNode {
  const text = useText('approval');
  if (!seat.endedAt || isOver(seat)) return null;
  const deputy = seat.deputyName ? [text('board.deputy', { name: seat.deputyName })] : [];
  return <p className="fs-seat-at fs-secondary">{[...deputy, dayTimeText(seat.endedAt)].join(' · ')}</p>;
}

function Parts({ seat, isOwn }: { readonly seat: WireSeat; readonly isOwn: boolean }): ReactNode {
  const text = useText('approval');
  const parts = [
    ...(isOwn ? [text('board.own')] : []),
    ...(seat.kind === 'MAIN' ? [] : [text(`kind.${seat.kind}`)]),
    ...(seat.weight > 1 ? [text('board.weight', { n: seat.weight })] : []),
    ...MARKS.filter(([property]) => seat[property]).map(([, key]) => text(key)),
  ];
  return parts.length === 0 ? null : <span className="fs-secondary">{parts.join(' · ')}</span>;
}

const namesOf = (seats: readonly WireSeat[]): readonly string[] => seats.map(({ personName, personId }) => personName ?? personId);
