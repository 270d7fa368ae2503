import './review.css';
import { useQuery } from '@tanstack/react-query';
import { Input, Table } from 'antd';
import { type ReactNode, useState } from 'react';
import { dayText, EmptyView, PageHead, readClock, StateView, useSession, useText } from '@fashen/ui';
import type { ReviewStatistics, StatisticsQuery } from '../model';

/** What legal review did in a period: opinions, first passes, returns by reason, days. */
export function StatisticsPage(): ReactNode {
  const text = useText('legal-review');
  const { api } = useSession();
  const [period, setPeriod] = useState<StatisticsQuery>(() => yearOf(readClock()));
  const path = `/review-statistics?from=${period.from}&to=${period.to}`;
  const found = useQuery({
    queryKey: [path],
    queryFn: ({ signal }) => api.get<ReviewStatistics>(path, signal),
    enabled: period.from !== '' && period.from <= period.to,
  });
  return (
    <div className="fs-page">
      <PageHead title={text('statistics.title')} note={text('statistics.note')} />
      <PeriodFields period={period} onChange={setPeriod} />
      <StateView state={found} rows={6}>
        {() => (found.data ? <Figures found={found.data} /> : null)}
      </StateView>
    </div>
  );
}

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
  const rows = [
    { key: 'opinions', value: String(found.opinions) },
    { key: 'firstPass', value: share(found.firstPass) },
    { key: 'returns', value: share({ part: found.returns, whole: found.opinions }) },
    { key: 'inTime', value: share(found.inTime) },
    { key: 'medianDays', value: found.medianDays === undefined ? '–' : text('statistics.days', { n: found.medianDays }) },
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
      <section className="fs-paper fs-statistics-reasons" aria-label={text('statistics.reasons')}>
        <h2>{text('statistics.reasons')}</h2>
        <Table
          size="small"
          pagination={false}
          rowKey="key"
          dataSource={[...found.reasons]}
          locale={{ emptyText: <EmptyView>{text('statistics.noReturns')}</EmptyView> }}
          columns={[
            { title: text('statistics.reason'), dataIndex: 'key', render: (key: string) => text(`reason.${key}`) },
            { title: text('statistics.count'), dataIndex: 'count', align: 'right' },
          ]}
        />
      </section>
    </>
  );
}
