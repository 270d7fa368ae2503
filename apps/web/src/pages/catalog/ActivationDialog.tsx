import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { SubmitFailure, useSession, useText } from '@fashen/ui';
import { type ParameterVersion, refreshRules } from './requests';

/** Puts a parameter set into force for cases that are submitted from now on. The reason is kept. */
export function ActivationDialog({ set, onClose }: { readonly set: ParameterVersion; readonly onClose: () => void }): ReactNode {
  const text = useText('catalog');
  const { api } = useSession();
  const queries = useQueryClient();
  const { notification } = App.useApp();
  const [form] = Form.useForm<{ reason: string }>();
  const [failure, setFailure] = useState<unknown>();
  const [isSending, setIsSending] = useState(false);

  const activate = async ({ reason }: { reason: string }): Promise<void> => {
    setIsSending(true);
    setFailure(undefined);
    try {
      await api.put('/parameter-sets/active', { code: set.code, reason });
      await refreshRules(queries);
      notification.success({ title: text('sets.activated', { name: set.name }) });
      onClose();
    } catch (error) {
      setFailure(error);
    } finally {
      setIsSending(false);
    }
  };

  return (
    <Modal
      open
      title={text('sets.activateOf', { name: set.name })}
      okText={text('sets.activateOf', { name: set.name })}
      cancelText={text('cancel')}
      confirmLoading={isSending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p>{text('sets.activateConsequence')}</p>
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(typed) => void activate(typed)}>
        <Form.Item name="reason" label={text('reason')} rules={[{ required: true, whitespace: true, message: text('reasonMissing') }]}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </Form>
      <SubmitFailure error={failure} />
    </Modal>
  );
}
