import { useQueryClient } from '@tanstack/react-query';
import { Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useNavigate } from 'react-router';
import { SubmitFailure, useSession, useText } from '@fashen/ui';
import { newProcessXml } from './new-process';
import { refreshProcesses } from './requests';

interface NewProcess {
  readonly name: string;
  readonly key: string;
}

/** Asks for name and key, saves a small valid drawing as the first draft and opens it. */
export function NewProcessDialog(props: {
  readonly isOpen: boolean;
  readonly taken: readonly string[];
  readonly onClose: () => void;
}): ReactNode {
  const text = useText('processes');
  const { api } = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [form] = Form.useForm<NewProcess>();
  const [failure, setFailure] = useState<unknown>();
  const [isSaving, setIsSaving] = useState(false);
  const names = { start: text('new.start'), step: text('new.step'), end: text('new.end') };

  const add = async ({ key, name }: NewProcess): Promise<void> => {
    setIsSaving(true);
    setFailure(undefined);
    try {
      await api.put(`/processes/${key}/draft`, { xml: newProcessXml({ key, name, ...names }), revision: 0 });
      await refreshProcesses(queries);
      await navigate(`/processes/${key}/edit`);
    } catch (error) {
      setFailure(error);
    } finally {
      setIsSaving(false);
    }
  };

  return (
    <Modal
      open={props.isOpen}
      title={text('new.title')}
      okText={text('new.create')}
      cancelText={text('cancel')}
      confirmLoading={isSaving}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <Form<NewProcess> form={form} layout="vertical" requiredMark={false} preserve={false} onFinish={(values) => void add(values)}>
        <Form.Item
          name="name"
          label={text('new.name')}
          rules={[{ required: true, whitespace: true, max: 60, message: text('new.nameMissing') }]}
        >
          <Input autoFocus maxLength={60} />
        </Form.Item>
        <Form.Item
          name="key"
          label={text('new.key')}
          extra={text('new.keyHelp')}
          rules={[
            { required: true, pattern: /^[a-z][a-z0-9-]{1,59}$/, message: text('new.keyWrong') },
            {
              validator: (_rule, value: string) =>
                props.taken.includes(value) ? Promise.reject(new Error(text('new.keyTaken'))) : Promise.resolve(),
            },
          ]}
        >
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </Form>
      <SubmitFailure error={failure} />
    </Modal>
  );
}
