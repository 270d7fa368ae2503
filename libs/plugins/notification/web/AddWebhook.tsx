import { Alert, Button, Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { CopyText, SubmitFailure, useText } from '@fashen/ui';
import { newWebhook } from '../model';
import { useAddWebhook } from './webhook-requests';

/** What the form holds. */
interface Answers {
  readonly name: string;
  readonly url: string;
  readonly events: string;
}

/** Adds a webhook, then shows its secret: once. */
export function AddWebhook({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const text = useText('notification');
  const [secret, setSecret] = useState<string>();
  const close = (): void => {
    setSecret(undefined);
    onClose();
  };
  return (
    <Modal open={open} title={text('webhooks.add')} onCancel={close} footer={null} mask={{ closable: false }} destroyOnHidden>
      {secret ? <SecretOnce secret={secret} onKept={close} /> : <WebhookForm onAdded={setSecret} onCancel={close} />}
    </Modal>
  );
}

function WebhookForm({ onAdded, onCancel }: { readonly onAdded: (secret: string) => void; readonly onCancel: () => void }): ReactNode {
  const text = useText('notification');
  const add = useAddWebhook();
  const required = { required: true, whitespace: true, message: text('webhook.required') };
  const known = {
    validator: (_rule: object, value: string) =>
      newWebhook.shape.events.safeParse(eventsOf(value)).success
        ? Promise.resolve()
        : Promise.reject(new Error(text('webhook.eventsWrong'))),
  };
  const send = (answers: Answers): void =>
    add.mutate({ ...answers, events: eventsOf(answers.events) }, { onSuccess: ({ secret }) => onAdded(secret) });
  return (
    <Form<Answers> layout="vertical" initialValues={{ events: 'engine.instanceStarted engine.instanceEnded' }} onFinish={send}>
      <Form.Item name="name" label={text('webhook.name')} rules={[required]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="url" label={text('webhook.url')} rules={[required]}>
        <Input inputMode="url" maxLength={500} placeholder="https://" />
      </Form.Item>
      <Form.Item name="events" label={text('webhook.events')} extra={text('webhook.eventsHint')} rules={[required, known]}>
        <Input.TextArea autoSize />
      </Form.Item>
      <SubmitFailure error={add.error} />
      <div className="fs-webhook-acts">
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {text('webhooks.add')}
        </Button>
        <Button onClick={onCancel}>{text('webhook.cancel')}</Button>
      </div>
    </Form>
  );
}

const eventsOf = (typed = ''): readonly string[] => typed.split(/[\s,，]+/).filter(Boolean);

function SecretOnce({ secret, onKept }: { readonly secret: string; readonly onKept: () => void }): ReactNode {
  const text = useText('notification');
  return (
    <>
      <Alert type="warning" title={text('webhook.secretOnce')} style={{ marginBottom: 16 }} />
      <p>
        {text('webhook.secret')}: <CopyText value={secret} />
      </p>
      <Button type="primary" onClick={onKept}>
        {text('webhook.secretKept')}
      </Button>
    </>
  );
}
