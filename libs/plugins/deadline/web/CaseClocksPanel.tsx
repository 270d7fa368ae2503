import './deadline.css';
import { useQuery } from '@tanstack/react-query';
import { Button, Popover, Tag } from 'antd';
import { type ReactNode, useState } from 'react';
import { type CasePartProps, dayText, EmptyView, StateView, useSession, useText } from '@fashen/ui';
import type { CaseClocksReply, ClockReply } from '../model';
import { ClockAction } from './ClockAction';
import { ClockExplanation } from './ClockExplanation';

/** All clocks of a case: when each is due and why, when it stood still, and what may be done with it. */
export function CaseClocksPanel({ caseId }: CasePartProps): ReactNode {
  const text = useText('deadline');
  const { api } = useSession();
  const found = useQuery({
    queryKey: ['case', caseId, 'clocks'],
    queryFn: ({ signal }) => api.get<CaseClocksReply>(`/cases/${caseId}/clocks`, signal),
    refetchInterval: 60_000,
  });
  const clocks = (found.data?.clocks ?? []).filter(({ endCause }) => endCause !== 'REPLACED');
  return (
    <section className="fs-paper fs-clocks" aria-labelledby="fs-clocks-title">
      <h2 id="fs-clocks-title">{text('title')}</h2>
      <StateView state={found} rows={3}>
        {() =>
          clocks.length === 0 ? (
            <EmptyView>{text('empty')}</EmptyView>
          ) : (
            <ul>
              {clocks.map((clock) => (
                <ClockLine key={clock.id} clock={clock} caseId={caseId} />
              ))}
            </ul>
          )
        }
      </StateView>
    </section>
  );
}

function ClockLine({ clock, caseId }: { readonly clock: ClockReply; readonly caseId: string }): ReactNode {
  const text = useText('deadline');
  const [act, setAct] = useState<ClockReply['may'][number]>();
  return (
    <li className="fs-clock">
      <div className="fs-clock-head">
        <strong>{clock.name}</strong>
        <Tag>{text(`state.${clock.state}`)}</Tag>
        {clock.lapsedAt === undefined ? null : <Tag color="red">{text('overdue')}</Tag>}
        <span>{dueWords(clock, text)}</span>
        <span className="fs-secondary">{leftWords(clock, text)}</span>
        <Popover trigger={['click']} content={<ClockExplanation clock={clock} />} title={text('why')}>
          <Button size="small" type="link">
            {text('why')}
          </Button>
        </Popover>
      </div>
      <Bar clock={clock} />
      {clock.may.length === 0 ? null : (
        <div className="fs-clock-acts fs-no-print">
          {clock.may.map((name) => (
            <Button key={name} size="small" onClick={() => setAct(name)}>
              {text(name)}
            </Button>
          ))}
        </div>
      )}
      {act ? <ClockAction act={act} clock={clock} caseId={caseId} onClose={() => setAct(undefined)} /> : null}
    </li>
  );
}

type Words = ReturnType<typeof useText>;

function dueWords({ dueDay, outerDay, rawDay, calendarMissing, state }: ClockReply, text: Words): string {
  if (state === 'HELD') return '';
  if (dueDay === undefined) return calendarMissing ? text('missing', { day: rawDay }) : '';
  return outerDay === undefined
    ? text('due', { day: dueDay })
    : `${text('safeLine', { day: dueDay })}${text('listMark')}${text('outerLine', { day: outerDay })}`;
}

function leftWords({ left, unit, state }: ClockReply, text: Words): string {
  if (left === undefined) return '';
  if (state === 'HELD') return text('heldLeft', { n: left });
  if (left === 0) return text('today');
  return left < 0 ? text('late', { n: -left }) : text(`left.${unit}`, { n: left });
}

/** Time run and held as a bar, and the same in words. */
function Bar({ clock }: { readonly clock: ClockReply }): ReactNode {
  const text = useText('deadline');
  const { holds } = clock;
  if (holds.length === 0) return null;
  const moments = [clock.createdAt, ...holds.map(({ at }) => at), ...(clock.dueAt === undefined ? [] : [clock.dueAt])];
  return (
    <div>
      <div className="fs-clock-bar" aria-hidden="true">
        {moments.slice(1).map((to, index) => (
          <span
            key={`${to}-${index}`}
            className={index % 2 === 1 ? 'fs-clock-held' : 'fs-clock-run'}
            style={{ flexGrow: Math.max(1, to - (moments[index] ?? to)) }}
          />
        ))}
      </div>
      <ul className="fs-secondary">
        {holds
          .filter(({ kind }) => kind === 'HOLD')
          .map((hold) => {
            const to = holds.find(({ kind, at }) => kind === 'RESUME' && at >= hold.at);
            const reason = text(`hold.${hold.reason}`);
            return (
              <li key={hold.at}>
                {to
                  ? text('holdRow', { from: hold.day, to: dayText(new Date(to.at)), reason })
                  : text('holdOpen', { from: hold.day, reason })}
              </li>
            );
          })}
      </ul>
    </div>
  );
}
