import { Button, Drawer } from 'antd';
import type { ReactNode } from 'react';
import { CopyText, DataTable, dayTimeText, EmptyView, usePagedList, useText } from '@fashen/ui';
import { ReplayFrom } from './ReplayFrom';
import { logOf, useLogActs, type WireDelivery, type WireWebhook } from './webhook-requests';

/** What was sent to a webhook and how it went. */
export function DeliveryLog({ webhook, onClose }: { readonly webhook?: WireWebhook; readonly onClose: () => void }): ReactNode {
  const text = useText('notification');
  return (
    <Drawer
      open={webhook !== undefined}
      onClose={onClose}
      title={webhook ? text('log.title', { name: webhook.name }) : ''}
      size={860}
      destroyOnHidden
    >
      {webhook ? (
        <>
          <ReplayFrom webhookId={webhook.id} />
          <Log webhookId={webhook.id} />
        </>
      ) : null}
    </Drawer>
  );
}

function Log({ webhookId }: { readonly webhookId: string }): ReactNode {
  const text = useText('notification');
  const list = usePagedList<WireDelivery>(logOf(webhookId));
  const { again, replay } = useLogActs(webhookId);
  return (
    <DataTable
      list={list}
      label={text('webhook.log')}
      rowKey={(row) => row.id}
      empty={<EmptyView>{text('log.none')}</EmptyView>}
      columns={[
        { title: text('log.event'), dataIndex: 'eventName', className: 'fs-webhook-event' },
        {
          title: text('log.eventId'),
          render: (_value, row) => <CopyText value={row.eventId} shown={row.eventId.slice(0, 8)} />,
          responsive: ['md'],
        },
        { title: text('log.state'), render: (_value, row) => <Outcome delivery={row} /> },
        { title: text('log.attempts'), dataIndex: 'attempts', align: 'right', responsive: ['sm'] },
        { title: text('log.at'), render: (_value, row) => dayTimeText(row.attemptedAt ?? row.createdAt), responsive: ['sm'] },
        {
          title: text('webhook.acts'),
          render: (_value, row) => (
            <div className="fs-webhook-acts">
              <Button size="small" onClick={() => again.mutate(row.id)}>
                {text('log.again')}
              </Button>
              <Button size="small" onClick={() => void replay(row.eventId)}>
                {text('log.replay')}
              </Button>
            </div>
          ),
        },
      ]}
    />
  );
}

function Outcome({ delivery }: { readonly delivery: WireDelivery }): ReactNode {
  const text = useText('notification');
  const { state, status, problem } = delivery;
  const detail = status ?? (problem ? text(`problem.${problem}`) : undefined);
  return `${text(`delivery.${state}`)}${detail === undefined ? '' : ` · ${detail}`}`;
}
