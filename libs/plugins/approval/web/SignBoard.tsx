import { useQuery } from '@tanstack/react-query';
import { Progress } from 'antd';
import type { ReactNode } from 'react';
import { PersonName, StateView, useSession, useText, type Wire } from '@fashen/ui';
import type { Board } from '../model';

type WireBoard = Wire<Board>;

const MARKS = [
  ['hasVeto', 'board.veto'],
  ['isMandatory', 'board.mandatory'],
  ['isChair', 'board.chair'],
] as const;

/** Who signs at a step, who has decided how, and what is needed to pass. */
export function SignBoard({ taskId }: { readonly taskId: string }): ReactNode {
  const { api } = useSession();
  const text = useText('approval');
  const board = useQuery({
    queryKey: ['board', taskId],
    queryFn: ({ signal }) => api.get<WireBoard>(`/tasks/${taskId}/board`, signal),
    refetchInterval: 10_000,
  });
  return (
    <section aria-label={text('board.title')}>
      <h3>{text('board.title')}</h3>
      <StateView state={board} rows={3}>
        {() => (board.data ? <Seats board={board.data} /> : null)}
      </StateView>
    </section>
  );
}

function Seats({ board }: { readonly board: WireBoard }): ReactNode {
  const text = useText('approval');
  const { all, agree, against, abstain, open } = board.sums;
  const line =
    board.needed === undefined ? text('board.barFirst') : text('board.bar', { agree, against, abstain, open, needed: board.needed });
  const percent = (part: number): number => (all === 0 ? 0 : Math.round((100 * part) / all));
  return (
    <>
      <p aria-live="polite">
        {text(`board.verdict.${board.verdict}`)} · {line}
      </p>
      <Progress percent={percent(all - open)} success={{ percent: percent(agree) }} showInfo={false} aria-hidden />
      <ul>
        {board.seats.map((seat) => (
          <SeatLine key={seat.id} seat={seat} />
        ))}
      </ul>
    </>
  );
}

function SeatLine({ seat }: { readonly seat: WireBoard['seats'][number] }): ReactNode {
  const text = useText('approval');
  const marks = MARKS.filter(([property]) => seat[property]).map(([, key]) => text(key));
  const weight = seat.weight > 1 ? [text('board.weight', { n: seat.weight })] : [];
  return (
    <li>
      <PersonName id={seat.personId} {...(seat.personName !== undefined && { name: seat.personName })} />{' '}
      <span>{[text(`kind.${seat.kind}`), ...weight, ...marks, text(`status.${seat.status}`)].join(' · ')}</span>
      {seat.opinion ? <p className="fs-secondary">{seat.opinion}</p> : null}
    </li>
  );
}
