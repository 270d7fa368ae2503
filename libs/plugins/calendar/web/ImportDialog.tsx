import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Modal, Upload } from 'antd';
import { type ReactNode, useState } from 'react';
import { type ApiError, dayText, readClock, SubmitFailure, useSession, useText } from '@fashen/ui';
import { type PreviewBody, type PreviewReply, YEARS } from '../model';
import { PlanPreview } from './PlanPreview';
import { usePublication } from './use-publication';

interface Pasted {
  readonly text: string;
  readonly year?: number | null;
}

/** From the wording of the notice over a preview to a new version: paste, look, give the reason, publish. */
export function ImportDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const text = useText('calendar');
  const { api } = useSession();
  const [preview, setPreview] = useState<PreviewReply>();
  const read = useMutation<PreviewReply, ApiError, Pasted>({
    mutationFn: ({ text: pasted, year }) => api.post<PreviewReply>('/calendar/preview', bodyOf(pasted, year)),
    onSuccess: setPreview,
  });
  return (
    <Modal open width={760} title={text('import.title')} footer={null} onCancel={onClose} className="fs-calendar-dialog">
      <PasteForm isReading={read.isPending} onChange={() => setPreview(undefined)} onRead={(pasted) => read.mutate(pasted)} />
      <SubmitFailure error={read.error} />
      {preview ? <PreviewStep key={read.submittedAt} preview={preview} onClose={onClose} /> : null}
    </Modal>
  );
}

const bodyOf = (text: string, year?: number | null): PreviewBody => (year ? { text, year } : { text });

function PasteForm(props: {
  readonly isReading: boolean;
  readonly onChange: () => void;
  readonly onRead: (pasted: Pasted) => void;
}): ReactNode {
  const text = useText('calendar');
  const [form] = Form.useForm<Pasted>();
  const take = async (file: File): Promise<void> => {
    form.setFieldsValue({ text: await file.text() });
    props.onChange();
  };
  return (
    <Form<Pasted> form={form} layout="vertical" requiredMark={false} onValuesChange={props.onChange} onFinish={props.onRead}>
      <Form.Item
        name="text"
        label={text('import.text')}
        extra={text('import.textHint')}
        rules={[{ required: true, whitespace: true, message: text('missing') }]}
      >
        <Input.TextArea rows={8} maxLength={100_000} />
      </Form.Item>
      <div className="fs-calculator-row">
        <Form.Item name="year" label={text('import.year')}>
          <InputNumber min={YEARS.first} max={YEARS.last} precision={0} />
        </Form.Item>
        <Upload
          accept=".txt,.csv,.json"
          showUploadList={false}
          beforeUpload={(file) => {
            void take(file);
            return false;
          }}
        >
          <Button>{text('import.file')}</Button>
        </Upload>
      </div>
      <Button type="primary" htmlType="submit" loading={props.isReading}>
        {text('import.read')}
      </Button>
    </Form>
  );
}

function PreviewStep({ preview, onClose }: { readonly preview: PreviewReply; readonly onClose: () => void }): ReactNode {
  const text = useText('calendar');
  const publication = usePublication();
  const { year, days, basedOn, problems } = preview;
  const missing = [{ required: true, whitespace: true, message: text('missing') }];
  const publish = async (typed: { source: string; reason: string }): Promise<void> => {
    if (year === undefined) return;
    if (await publication.publish({ ...typed, year, days: [...days], basedOn, owner: 'state' })) onClose();
  };
  return (
    <section className="fs-plan" aria-label={text('import.preview')}>
      <PlanPreview preview={preview} today={dayText(readClock())} />
      {problems.length > 0 ? null : (
        <Form layout="vertical" requiredMark={false} initialValues={{ source: preview.source }} onFinish={(typed) => void publish(typed)}>
          <Form.Item name="source" label={text('sourceLabel')} rules={missing}>
            <Input maxLength={300} />
          </Form.Item>
          <Form.Item name="reason" label={text('reason')} rules={missing}>
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={publication.isSending}>
            {text('publish')}
          </Button>
          <SubmitFailure error={publication.failure} />
        </Form>
      )}
    </section>
  );
}
