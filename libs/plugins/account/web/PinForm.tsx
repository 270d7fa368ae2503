import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Space } from 'antd';
import type { ReactNode } from 'react';
import { type ApiError, dayTimeText, SubmitFailure, useSession, useText } from '@fashen/ui';
import type { PinReply } from '../model';
import { SecretItem } from './SecretItem';

interface Answers {
  readonly password: string;
  readonly pin?: string;
  readonly again?: string;
}

/** Sets, changes and removes the signing PIN. Each takes the password. */
export function PinForm({ pin, queryKey }: { readonly pin: PinReply; readonly queryKey: readonly string[] }): ReactNode {
  const text = useText('account');
  const { api } = useSession();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Answers>();
  const act = useMutation<unknown, ApiError, Answers>({
    mutationFn: ({ password, pin: next }) =>
      next === undefined ? api.post('/session/pin/removal', { password }) : api.put('/session/pin', { password, pin: next }),
    onSuccess: (_reply, { pin: next }) => {
      form.resetFields();
      void message.success(text(next === undefined ? 'pin.removed' : 'pin.saved'));
      void queries.invalidateQueries({ queryKey });
    },
  });
  const remove = async (): Promise<void> => {
    const { password } = await form.validateFields(['password']);
    act.mutate({ password: String(password) });
  };
  return (
    <Form<Answers>
      form={form}
      name="signing-pin"
      layout="vertical"
      requiredMark={false}
      onFinish={({ password, pin: next }) => act.mutate({ password, pin: next })}
    >
      <p>{pin.setAt === undefined ? text('pin.none') : text('pin.since', { at: dayTimeText(pin.setAt) })}</p>
      <p className="fs-secondary">{text('pin.help', { minLength: pin.minLength })}</p>
      <SecretItem name="password" label={text('password.current')} autoComplete="current-password" />
      <SecretItem name="pin" label={text(pin.isSet ? 'pin.new' : 'pin.first')} isPin />
      <SecretItem name="again" label={text('pin.again')} isPin sameAs="pin" mismatch={text('pin.mismatch')} />
      <SubmitFailure error={act.error} />
      <Space wrap>
        <Button type="primary" htmlType="submit" loading={act.isPending}>
          {text(pin.isSet ? 'pin.change' : 'pin.set')}
        </Button>
        {pin.isSet ? (
          <Button loading={act.isPending} onClick={() => void remove().catch(() => undefined)}>
            {text('pin.remove')}
          </Button>
        ) : null}
      </Space>
    </Form>
  );
}
