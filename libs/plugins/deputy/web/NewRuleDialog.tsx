import { Form, Input, Modal, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { PersonPicker, readClock, SubmitFailure, useSession, useText } from '@fashen/ui';
import { DEPUTY_MODES, type NewRuleReply, type RuleReply } from '../model';
import { useAddRule } from './deputy-requests';
import { ruleBodyOf, type TypedRule, typedOf } from './typed-rule.rules';
import { useProcessNames } from './use-process-names';

interface NewRuleProps {
  readonly principalId: string;
  /** The rule that is changed: it ends, and what is typed begins. */
  readonly replaced?: RuleReply;
  readonly onAdded: (added: NewRuleReply) => void;
  readonly onClose: () => void;
}

/** Makes a person one's deputy for a time, or changes that. */
export function NewRuleDialog({ principalId, replaced, onAdded, onClose }: NewRuleProps): ReactNode {
  const text = useText('deputy');
  const kitText = useText('ui');
  const { person } = useSession();
  const [form] = Form.useForm<TypedRule>();
  const add = useAddRule();
  const save = (typed: TypedRule): void => {
    const body = ruleBodyOf(typed, replaced);
    add.mutate({ ...body, ...(principalId !== person.id && { principalId }) }, { onSuccess: onAdded });
  };
  return (
    <Modal
      open
      title={text(replaced ? 'change' : 'add')}
      okText={text(replaced ? 'change.save' : 'add')}
      cancelText={kitText('cancel')}
      confirmLoading={add.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      {replaced ? <p className="fs-notice">{text('change.explain')}</p> : null}
      <Form<TypedRule> form={form} layout="vertical" requiredMark={false} initialValues={typedOf(replaced, readClock())} onFinish={save}>
        <RuleFields principalId={principalId} />
      </Form>
      <SubmitFailure error={add.error} />
    </Modal>
  );
}

function RuleFields({ principalId }: { readonly principalId: string }): ReactNode {
  const text = useText('deputy');
  const names = useProcessNames();
  const missing = [{ required: true, message: text('missing') }];
  return (
    <>
      <Form.Item name="deputyId" label={text('deputy')} rules={missing}>
        <PersonPicker without={[principalId]} />
      </Form.Item>
      <Form.Item name="mode" label={text('mode')}>
        <Radio.Group className="fs-deputy-modes">
          {DEPUTY_MODES.map((mode) => (
            <Radio key={mode} value={mode}>
              {text(`mode.${mode}`)}
              <span className="fs-secondary">{text(`mode.${mode}.explain`)}</span>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <div className="fs-deputy-period">
        <Form.Item name="from" label={text('from')} rules={missing}>
          <Input type="datetime-local" />
        </Form.Item>
        <Form.Item name="to" label={text('to')} rules={missing}>
          <Input type="datetime-local" />
        </Form.Item>
      </div>
      <Form.Item name="processes" label={text('processes')}>
        <Select mode="multiple" options={[...names].map(([value, label]) => ({ value, label }))} optionFilterProp="label" />
      </Form.Item>
      <Form.Item name="reason" label={text('reason')} rules={[{ required: true, whitespace: true, message: text('missing') }]}>
        <Input maxLength={500} />
      </Form.Item>
    </>
  );
}
