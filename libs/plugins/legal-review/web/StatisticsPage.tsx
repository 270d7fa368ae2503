import './review.css';
import { useQuery } from '@tanstack/react-query';
import { Input, Table } from 'antd';
import { type ReactNode, useState } from 'react';
import { dayText, EmptyView, PageHead, readClock, StateView, useSession, useText } from '@fashen/ui';
import type { Count, ReviewStatistics, StatisticsQuery } from '../model';

/** What legal review did in a period: opinions, first passes, returns by reason, days. */
export function StatisticsPage(): ReactNode {
  const text = useText('legal-review');
  const { api } = useSession();
  const [period, setPeriod] = useState<StatisticsQuery>(() => yearOf(readClock()));
  const path = `/review-statistics?from=${period.from}&to=${period.to}`;
  const found = useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => api.get<ReviewStatistics>(path, signal),
    enabled: isPeriod(period),
  });
  return (
    <div className="fs-page">
      <PageHead title={text('statistics.title')} note={text('statistics.note')} />
      <PeriodFields period={period} onChange={setPeriod} />
      {isPeriod(period) ? (
        <StateView state={found} empty={found.data?.opinions === 0 ? <EmptyView>{text('statistics.none')}</EmptyView> : undefined} rows={6}>
          {() => (found.data ? <Figures found={found.data} /> : null)}
        </StateView>
      ) : (
        <p role="alert" className="fs-problem">
          {text('statistics.badPeriod')}
        </p>
      )}
    </div>
  );
}

const isPeriod = ({ from, to }: StatisticsQuery): boolean => from !== '' && from <= to;

function yearOf(now: Date): StatisticsQuery {
  const today = dayText(now);
  return { from: `${today.slice(0, 4)}-01-01`, to: today };
}

function PeriodFields({
  period,
  onChange,
}: {
  readonly period: StatisticsQuery;
  readonly onChange: (next: StatisticsQuery) => void;
}): ReactNode {
  const text = useText('legal-review');
  return (
    <div className="fs-statistics-period fs-no-print">
      {(['from', 'to'] as const).map((end) => (
        <label key={end} htmlFor={`fs-statistics-${end}`}>
          {text(`statistics.${end}`)}
          <Input
            id={`fs-statistics-${end}`}
            type="date"
            value={period[end]}
            onChange={({ target }) => onChange({ ...period, [end]: target.value })}
          />
        </label>
      ))}
    </div>
  );
}

function Figures({ found }: { readonly found: ReviewStatistics }): ReactNode {
  const text = useText('legal-review');
  const share = ({ part, whole }: { part: number; whole: number }): string =>
    whole === 0 ? '–' : text('statistics.share', { percent: Math.round((1000 * part) / whole) / 10, part, whole });
  const daysText = (n: number | undefined): string =>
    n === undefined ? '–' : text(n === 0 ? 'statistics.sameDay' : 'statistics.days', { n });
  const rows = [
    { key: 'opinions', value: String(found.opinions) },
    { key: 'firstPass', value: share(found.firstPass) },
    { key: 'returns', value: share({ part: found.returns, whole: found.opinions }) },
    { key: 'inTime', value: share(found.inTime) },
    { key: 'medianDays', value: daysText(found.medianDays) },
  ];
  return (
    <>
      <dl className="fs-statistics-figures fs-paper">
        {rows.map(({ key, value }) => (
          <div key={key}>
            <dt>{text(`statistics.${key}`)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className="fs-statistics-counts">
        <Counts
          title={text('statistics.codes')}
          head={text('statistics.code')}
          counts={found.codes}
          nameOf={(key) => text(`opinion.${key}`)}
        />
        <Counts
          title={text('statistics.reasons')}
          head={text('statistics.reason')}
          counts={found.reasons}
          nameOf={(key) => text(`reason.${key}`)}
        />
      </div>
    </>
  );
}

function Counts<K extends string>(props: {
  readonly title: string;
  readonly head: string;
  readonly counts: readonly Count<K>[];
  readonly nameOf: (key: K) => string;
}): ReactNode {
  const { title, head, counts, nameOf } = props;
  const text = useText('legal-review');
  return (
    <section className="fs-paper fs-statistics-reasons" aria-label={title}>
      <h2>{title}</h2>
      <Table<Count<K>>
        size="small"
        pagination={false}
        rowKey="key"
        dataSource={[...counts]}
        locale={{ emptyText: <EmptyView>{text('statistics.noReturns')}</EmptyView> }}
        columns={[
          { title: head, dataIndex: 'key', render: nameOf },
          { title: text('statistics.count'), dataIndex: 'count', align: 'right', width: 80 },
        ]}
      />
    </section>
  );
}
