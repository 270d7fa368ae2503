import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Radio, Space, Upload } from 'antd';
import { type ReactNode, useState } from 'react';
import { type ApiError, SubmitFailure, useSession, useText } from '@fashen/ui';
import type { PreviewBody, PreviewReply, TableReply } from '../model';
import { PublishStep } from './PublishStep';

/** From a table over a preview of the changes to a new version: paste, look, give the reason, publish. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const text = useText('legal-basis');
  const { api } = useSession();
  const [preview, setPreview] = useState<PreviewReply>();
  const read = useMutation<PreviewReply, ApiError, PreviewBody>({
    mutationFn: (body) => api.post<PreviewReply>('/legal-basis/preview', body),
    onSuccess: setPreview,
  });
  return (
    <Modal open width={820} title={text('import.title')} footer={null} onCancel={onClose} className="fs-clause-import">
      <PasteForm isReading={read.isPending} onChange={() => setPreview(undefined)} onRead={(body) => read.mutate(body)} />
      <SubmitFailure error={read.error} />
      {preview ? <PublishStep key={read.submittedAt} preview={preview} onClose={onClose} /> : null}
    </Modal>
  );
}

function PasteForm(props: {
  readonly isReading: boolean;
  readonly onChange: () => void;
  readonly onRead: (body: PreviewBody) => void;
}): ReactNode {
  const text = useText('legal-basis');
  const { api } = useSession();
  const [form] = Form.useForm<PreviewBody>();
  const fill = (table: string): void => {
    form.setFieldsValue({ text: table });
    props.onChange();
  };
  const current = useMutation<TableReply, ApiError>({
    mutationFn: () => api.get<TableReply>('/legal-basis/table'),
    onSuccess: (table) => fill(table.text),
  });
  return (
    <Form<PreviewBody>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ mode: 'merge' }}
      onValuesChange={props.onChange}
      onFinish={props.onRead}
    >
      <Form.Item
        name="text"
        label={text('import.text')}
        extra={text('import.hint')}
        rules={[{ required: true, whitespace: true, message: text('missing') }]}
      >
        <Input.TextArea rows={8} maxLength={900_000} />
      </Form.Item>
      <Space wrap>
        <Button loading={current.isPending} onClick={() => current.mutate()}>
          {text('import.current')}
        </Button>
        <Upload
          accept=".csv,.txt,.tsv"
          showUploadList={false}
          beforeUpload={(file) => {
            void file.text().then(fill);
            return false;
          }}
        >
          <Button>{text('import.file')}</Button>
        </Upload>
      </Space>
      <Form.Item name="mode" label={text('import.mode')}>
        <Radio.Group options={(['merge', 'replace'] as const).map((value) => ({ value, label: text(`import.${value}`) }))} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={props.isReading}>
        {text('import.read')}
      </Button>
      <SubmitFailure error={current.error} />
    </Form>
  );
}
