import './notice.css';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { DataTable, dayTimeText, EmptyView, PageHead, useConfirmAct, usePagedList, useSession, useText } from '@fashen/ui';
import { AddWebhook } from './AddWebhook';
import { DeliveryLog } from './DeliveryLog';
import { useWebhookAct, WEBHOOKS, type WireWebhook } from './webhook-requests';

/** Receivers of events outside: list, adding, trying out, stopping, and the log of each. */
export function WebhooksPage(): ReactNode {
  const text = useText('notification');
  const list = usePagedList<WireWebhook>(WEBHOOKS);
  const [adding, setAdding] = useState(false);
  const [shown, setShown] = useState<WireWebhook>();
  return (
    <div className="fs-page">
      <PageHead
        title={text('webhooks')}
        note={text('webhooks.explain')}
        actions={
          <Button type="primary" onClick={() => setAdding(true)}>
            {text('webhooks.add')}
          </Button>
        }
      />
      <div className="fs-paper">
        <DataTable
          list={list}
          label={text('webhooks')}
          rowKey={(row) => row.id}
          empty={<EmptyView>{text('webhooks.none')}</EmptyView>}
          columns={[
            { title: text('webhook.name'), dataIndex: 'name' },
            { title: text('webhook.url'), dataIndex: 'url', responsive: ['md'] },
            { title: text('webhook.events'), render: (_value, row) => row.events.join(' '), responsive: ['lg'] },
            { title: text('webhook.state'), render: (_value, row) => <WebhookState webhook={row} /> },
            { title: text('webhook.acts'), render: (_value, row) => <WebhookActs webhook={row} onLog={() => setShown(row)} /> },
          ]}
        />
      </div>
      <AddWebhook open={adding} onClose={() => setAdding(false)} />
      <DeliveryLog webhook={shown} onClose={() => setShown(undefined)} />
    </div>
  );
}

function WebhookState({ webhook }: { readonly webhook: WireWebhook }): ReactNode {
  const text = useText('notification');
  const { active, failingSince } = webhook;
  return (
    <>
      <span className={`fs-tag ${active ? 'fs-tag-good' : 'fs-tag-quiet'}`}>{text(active ? 'webhook.active' : 'webhook.stopped')}</span>
      {failingSince ? <div className="fs-webhook-failing">{text('webhook.failingSince', { at: dayTimeText(failingSince) })}</div> : null}
    </>
  );
}

function WebhookActs({ webhook, onLog }: { readonly webhook: WireWebhook; readonly onLog: () => void }): ReactNode {
  const text = useText('notification');
  const { api } = useSession();
  const confirm = useConfirmAct();
  const { id, name, url, events, active } = webhook;
  const path = `${WEBHOOKS}/${id}`;
  const test = useWebhookAct(
    () => api.post(`${path}/test`),
    () => text('webhook.tested'),
  );
  const change = useWebhookAct((isActive: boolean) => api.put(path, { name, url, events, active: isActive }));
  const remove = useWebhookAct(() => api.request(path, { method: 'DELETE' }));
  const askAndRemove = async (): Promise<void> => {
    const act = { act: text('webhook.remove'), consequence: text('webhook.removeSure', { name }), danger: true };
    if (await confirm(act)) remove.mutate(undefined);
  };
  return (
    <div className="fs-webhook-acts">
      <Button size="small" onClick={onLog}>
        {text('webhook.log')}
      </Button>
      <Button size="small" disabled={!active} loading={test.isPending} onClick={() => test.mutate(undefined)}>
        {text('webhook.test')}
      </Button>
      <Button size="small" loading={change.isPending} onClick={() => change.mutate(!active)}>
        {text(active ? 'webhook.stop' : 'webhook.start')}
      </Button>
      <Button size="small" danger onClick={() => void askAndRemove()}>
        {text('webhook.remove')}
      </Button>
    </div>
  );
}
