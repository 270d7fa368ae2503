import { useMutation } from '@tanstack/react-query';
import { App, Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { type ApiError, SubmitFailure, useSession, useText } from '@fashen/ui';
import type { PasswordChange } from '../model';
import { SecretItem } from './SecretItem';

type Answers = PasswordChange & { readonly again: string };

/** Changes one's own password; sessions elsewhere end. */
export function PasswordForm(): ReactNode {
  const text = useText('account');
  const { api } = useSession();
  const { message } = App.useApp();
  const [form] = Form.useForm<Answers>();
  const change = useMutation<unknown, ApiError, PasswordChange>({
    mutationFn: (body) => api.post('/session/password', body),
    onSuccess: () => {
      form.resetFields();
      void message.success(text('password.saved'));
    },
  });
  return (
    <Form<Answers>
      form={form}
      name="own-password"
      layout="vertical"
      requiredMark={false}
      onFinish={({ current, next }) => change.mutate({ current, next })}
    >
      <p className="fs-secondary">{text('password.help')}</p>
      <SecretItem name="current" label={text('password.current')} autoComplete="current-password" />
      <SecretItem name="next" label={text('password.new')} autoComplete="new-password" />
      <SecretItem
        name="again"
        label={text('password.again')}
        autoComplete="new-password"
        sameAs="next"
        mismatch={text('password.mismatch')}
      />
      <SubmitFailure error={change.error} />
      <Button htmlType="submit" loading={change.isPending}>
        {text('password.change')}
      </Button>
    </Form>
  );
}
