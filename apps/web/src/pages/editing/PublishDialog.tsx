import { Checkbox, Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { SubmitFailure, useAttempt, useSession, useText } from '@fashen/ui';
import { findingKey, type ShownFinding } from './findings';

/** What publishing answers. */
export interface PublishedVersion {
  readonly version: number;
}

/** Asks for the reason, says what will happen, and publishes the drawing as the server keeps it. */
export function PublishDialog(props: {
  /** Path of the API that takes `{ xml, reason }`. */
  readonly path: string;
  readonly title: string;
  /** What exactly will happen. */
  readonly consequence: string;
  /** What does not forbid publishing, but must have been read. */
  readonly warnings: readonly ShownFinding[];
  readonly isOpen: boolean;
  /** Makes sure that the server keeps the drawing, and answers it. */
  readonly save: () => Promise<string | undefined>;
  readonly onClose: () => void;
  readonly onPublished: (version: PublishedVersion) => Promise<void>;
}): ReactNode {
  const text = useText('editing');
  const { api } = useSession();
  const attempt = useAttempt();
  const [form] = Form.useForm<{ reason: string }>();
  const [failure, setFailure] = useState<unknown>();
  const [isSending, setIsSending] = useState(false);

  const publish = async ({ reason }: { reason: string }): Promise<void> => {
    setIsSending(true);
    setFailure(undefined);
    try {
      const xml = await props.save();
      if (xml === undefined) return props.onClose();
      const body = { xml, reason };
      const version = await api.post<PublishedVersion>(props.path, body, attempt.keyFor(body));
      attempt.done();
      await props.onPublished(version);
    } catch (error) {
      setFailure(error);
    } finally {
      setIsSending(false);
    }
  };

  return (
    <Modal
      open={props.isOpen}
      title={props.title}
      okText={text('publish.act')}
      cancelText={text('cancel')}
      confirmLoading={isSending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <p>{props.consequence}</p>
      <Form form={form} layout="vertical" requiredMark={false} preserve={false} onFinish={(values) => void publish(values)}>
        <Form.Item
          name="reason"
          label={text('publish.reason')}
          rules={[{ required: true, whitespace: true, message: text('publish.reasonMissing') }]}
        >
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
        <Warnings warnings={props.warnings} />
      </Form>
      <SubmitFailure error={failure} />
    </Modal>
  );
}

function Warnings({ warnings }: { readonly warnings: readonly ShownFinding[] }): ReactNode {
  const text = useText('editing');
  if (warnings.length === 0) return null;
  const isRead = (isTicked: unknown): Promise<void> =>
    isTicked === true ? Promise.resolve() : Promise.reject(new Error(text('publish.warningsUnread')));
  return (
    <section aria-label={text('publish.warnings', { n: warnings.length })}>
      <p>{text('publish.warnings', { n: warnings.length })}</p>
      <ul className="fs-publish-warnings">
        {warnings.map((finding) => (
          <li key={findingKey(finding)}>{finding.message}</li>
        ))}
      </ul>
      <Form.Item name="warningsRead" valuePropName="checked" rules={[{ validator: (_rule, isTicked) => isRead(isTicked) }]}>
        <Checkbox>{text('publish.warningsRead')}</Checkbox>
      </Form.Item>
    </section>
  );
}
