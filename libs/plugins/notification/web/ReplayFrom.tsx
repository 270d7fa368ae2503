import { Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import { useLogActs } from './webhook-requests';

/** Sends everything again from an event on, also one that was never sent to this webhook: its id stands in the receiver's log, or in the last reply. */
export function ReplayFrom({ webhookId }: { readonly webhookId: string }): ReactNode {
  const text = useText('notification');
  const { replay, isReplaying } = useLogActs(webhookId);
  const send = ({ eventId }: { readonly eventId: string }): void => void replay(eventId.trim());
  return (
    <Form className="fs-replay" layout="inline" requiredMark={false} onFinish={send}>
      <Form.Item
        name="eventId"
        label={text('log.eventId')}
        rules={[{ required: true, whitespace: true, message: text('log.eventIdMissing') }]}
      >
        <Input maxLength={36} />
      </Form.Item>
      <Button htmlType="submit" loading={isReplaying}>
        {text('log.replay')}
      </Button>
    </Form>
  );
}
