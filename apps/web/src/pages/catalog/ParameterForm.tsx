import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, InputNumber, Modal, Select, Switch } from 'antd';
import { type ReactNode, useState } from 'react';
import { SubmitFailure, useAttempt, useConfirmAct, useSession, useText } from '@fashen/ui';
import { changedFigures } from './parameter-change.rules';
import { type ParameterField, type ParameterValues, type ParameterVersion, refreshRules } from './requests';
import { useFigureText } from './use-figure-text';

interface Typed {
  readonly values: ParameterValues;
  readonly reason: string;
}

/** Edits the figures of a set and publishes them as a new version. Asks once more and names what changes. */
export function ParameterForm(props: {
  readonly set: ParameterVersion;
  readonly fields: readonly ParameterField[];
  readonly onClose: () => void;
}): ReactNode {
  const { set, fields } = props;
  const text = useText('catalog');
  const { notification } = App.useApp();
  const [form] = Form.useForm<Typed>();
  const publication = usePublication(props);

  const publish = async (typed: Typed): Promise<void> => {
    const version = await publication.publish(typed);
    if (!version) return;
    const gaps = { name: set.name, version: version.version };
    notification.success({ title: text('sets.published', gaps), description: text('sets.publishedNote') });
    props.onClose();
  };

  return (
    <Modal
      open
      width={820}
      title={text('sets.editTitle', { name: set.name })}
      okText={text('sets.publish')}
      cancelText={text('cancel')}
      confirmLoading={publication.isSending}
      onOk={() => form.submit()}
      onCancel={props.onClose}
      className="fs-parameter-dialog"
    >
      <Form<Typed>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ values: set.values }}
        onFinish={(typed) => void publish(typed)}
      >
        <div className="fs-parameter-fields">
          {fields.map((field) => (
            <FigureItem key={field.name} field={field} />
          ))}
        </div>
        <Form.Item name="reason" label={text('reason')} rules={[{ required: true, whitespace: true, message: text('reasonMissing') }]}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
      </Form>
      {publication.isUnchanged ? <p className="fs-notice">{text('sets.unchanged')}</p> : null}
      <SubmitFailure error={publication.failure} />
    </Modal>
  );
}

interface Publication {
  readonly publish: (typed: Typed) => Promise<ParameterVersion | undefined>;
  readonly isSending: boolean;
  readonly isUnchanged: boolean;
  readonly failure: unknown;
}

function usePublication({ set, fields }: { readonly set: ParameterVersion; readonly fields: readonly ParameterField[] }): Publication {
  const text = useText('catalog');
  const { api } = useSession();
  const queries = useQueryClient();
  const confirm = useConfirmAct();
  const attempt = useAttempt();
  const figures = useFigureText();
  const [failure, setFailure] = useState<unknown>();
  const [isSending, setIsSending] = useState(false);
  const [isUnchanged, setIsUnchanged] = useState(false);

  const publish = async ({ values, reason }: Typed): Promise<ParameterVersion | undefined> => {
    const changed = changedFigures(set.values, values);
    setIsUnchanged(changed.length === 0);
    if (changed.length === 0) return undefined;
    const names = fields.filter((field) => changed.includes(field.name)).map(figures.label);
    const consequence = text('sets.consequence', { figures: names.join(text('listMark')), version: set.version + 1 });
    if (!(await confirm({ act: text('sets.publishOf', { name: set.name }), consequence }))) return undefined;
    setIsSending(true);
    setFailure(undefined);
    try {
      const body = { values, reason };
      const path = `/parameter-sets/${encodeURIComponent(set.code)}/publication`;
      const version = await api.post<ParameterVersion>(path, body, attempt.keyFor(body));
      attempt.done();
      await refreshRules(queries);
      return version;
    } catch (error) {
      setFailure(error);
      return undefined;
    } finally {
      setIsSending(false);
    }
  };
  return { publish, isSending, isUnchanged, failure };
}

function FigureItem({ field }: { readonly field: ParameterField }): ReactNode {
  const text = useText('catalog');
  const figures = useFigureText();
  const common = { name: ['values', field.name], label: figures.label(field) };
  if (field.unit === 'yesNo') {
    return (
      <Form.Item {...common} valuePropName="checked">
        <Switch />
      </Form.Item>
    );
  }
  if (field.unit === 'choice') {
    const options = (field.choices ?? []).map((choice) => ({ value: choice, label: figures.choice(choice) }));
    return (
      <Form.Item {...common}>
        <Select options={options} />
      </Form.Item>
    );
  }
  return (
    <Form.Item {...common} rules={[{ required: true, message: text('sets.figureMissing') }]}>
      <InputNumber className="fs-wide" min={0} {...(field.unit === 'yuan' ? {} : { precision: 0 })} suffix={figures.unit(field)} />
    </Form.Item>
  );
}
