import { type ReactNode, useState } from 'react';
import { Select } from 'antd';
import { DataTable, EmptyView, useIsNarrow, usePagedList, useText, type Wire } from '@fashen/ui';
import { ITEM_STATES, type MigrationItemReply } from '../../model';
import type { WireMigration } from './migration-requests';
import { VerdictWords } from './VerdictWords';

type WireItem = Wire<MigrationItemReply>;

/** Every case of a migration with what became of it and why. */
export function MigrationItems({ migration }: { readonly migration: WireMigration }): ReactNode {
  const text = useText('case-control');
  const [state, setState] = useState('');
  const isNarrow = useIsNarrow(768);
  const { id, counts } = migration;
  const list = usePagedList<WireItem>(
    `/migrations/${encodeURIComponent(id)}/items`,
    { state: state === '' ? undefined : state, limit: 50 },
    JSON.stringify([migration.state, counts]),
  );
  const options = [
    { value: '', label: text('item.all') },
    ...ITEM_STATES.filter((one) => counts[one]).map((one) => ({ value: one, label: text(`item.${one}`) })),
  ];
  return (
    <section className="fs-paper" aria-label={text('migration.cases')}>
      <h2>{text('migration.cases')}</h2>
      <Select value={state} options={options} onChange={setState} aria-label={text('migration.result')} />
      <DataTable<WireItem>
        list={list}
        label={text('migration.cases')}
        rowKey={({ instanceId }) => instanceId}
        empty={<EmptyView>{text('migration.noCases')}</EmptyView>}
        columns={[
          { title: text('migration.case'), width: isNarrow ? 120 : 200, dataIndex: 'businessKey' },
          {
            title: text('migration.result'),
            width: isNarrow ? undefined : 130,
            render: (_value, item) => (
              <>
                <b>{text(`item.${item.state}`)}</b>
                {isNarrow ? (
                  <div>
                    <VerdictWords item={item} migration={migration} />
                  </div>
                ) : null}
              </>
            ),
          },
          {
            title: text('migration.why'),
            className: 'fs-migration-why',
            responsive: ['md'],
            render: (_value, item) => <VerdictWords item={item} migration={migration} />,
          },
        ]}
      />
    </section>
  );
}
