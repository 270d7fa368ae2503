import './deadline.css';
import { useQuery } from '@tanstack/react-query';
import { Progress, Tag } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { DataTable, dayTimeText, EmptyView, PageHead, StateView, usePagedList, useSession, useText, type WirePage } from '@fashen/ui';
import type { MovedClock, Recount } from '../model';

const AGAIN_MS = 2_000;

/** What a new calendar has done to open clocks: how far the counting has come, and which clocks moved from which day to which. */
export function ClockMovesPage(): ReactNode {
  const text = useText('deadline');
  const { api } = useSession();
  const runs = useQuery({
    queryKey: ['/clocks/recounts'],
    queryFn: ({ signal }) => api.get<WirePage<Recount>>('/clocks/recounts', signal),
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'RUNNING') ? AGAIN_MS : false),
  });
  const items = runs.data?.items ?? [];
  const newest = items[0];
  return (
    <div className="fs-page">
      <PageHead title={text('moved.title')} note={text('moved.note')} actions={<Link to="/periods">{text('periods.title')}</Link>} />
      <section aria-label={text('recount.title')} aria-live="polite">
        <StateView state={runs} empty={items.length === 0 ? <EmptyView>{text('recount.none')}</EmptyView> : undefined} rows={2}>
          {() => (
            <ul className="fs-recounts">
              {items.map((one) => (
                <RecountLine key={one.id} recount={one} />
              ))}
            </ul>
          )}
        </StateView>
      </section>
      <MovedList generation={newest ? `${newest.id} ${newest.done}` : ''} />
    </div>
  );
}

function RecountLine({ recount }: { readonly recount: Recount }): ReactNode {
  const text = useText('deadline');
  const { cases, done, moved, state, years, startedAt } = recount;
  return (
    <li className="fs-paper">
      <div className="fs-clock-head">
        <strong>{text('recount.of', { years: years.join(text('listMark')) })}</strong>
        <Tag>{text(`recount.${state}`)}</Tag>
        <span className="fs-secondary">{dayTimeText(startedAt)}</span>
      </div>
      <Progress percent={cases === 0 ? 100 : Math.floor((100 * done) / cases)} showInfo={false} aria-hidden="true" />
      <span>{text('recount.progress', { done, cases, moved })}</span>
    </li>
  );
}

function MovedList({ generation }: { readonly generation: string }): ReactNode {
  const text = useText('deadline');
  const list = usePagedList<MovedClock>('/clocks/moved', {}, generation);
  const day = (value: string | undefined): string => value ?? text('moved.unknown');
  return (
    <section className="fs-clock-section">
      <h2>{text('moved.list')}</h2>
      <div className="fs-paper">
        <DataTable
          list={list}
          label={text('moved.list')}
          rowKey={({ id }) => id}
          empty={<EmptyView>{text('moved.empty')}</EmptyView>}
          columns={[
            {
              title: text('moved.case'),
              render: (_value, { instanceId, title, businessKey, clock, wasDueDay, dueDay }) => (
                <>
                  <Link to={`/cases/${instanceId}`}>{title}</Link> <span className="fs-secondary">{businessKey}</span>
                  <div className="fs-only-narrow">
                    {clock} {day(wasDueDay)} → <strong>{day(dueDay)}</strong>
                  </div>
                </>
              ),
            },
            { title: text('moved.clock'), dataIndex: 'clock', responsive: ['md'] },
            { title: text('moved.was'), width: 120, render: (_value, { wasDueDay }) => day(wasDueDay), responsive: ['md'] },
            { title: text('moved.now'), width: 120, render: (_value, { dueDay }) => <strong>{day(dueDay)}</strong>, responsive: ['md'] },
            { title: text('moved.at'), width: 150, render: (_value, { at }) => dayTimeText(at), responsive: ['md'] },
          ]}
        />
      </div>
    </section>
  );
}
