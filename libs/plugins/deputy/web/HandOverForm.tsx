import { Button, Form, Input, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { type Operation, PersonPicker, SubmitFailure, useText } from '@fashen/ui';
import { roleIds } from '@fashen/plugins/directory/model';
import type { HandOverReply, NewHandOver } from '../model';
import { useRoleName } from './use-role-name';

interface Typed {
  readonly leaverId: string;
  readonly to: 'person' | 'role';
  readonly successorId?: string;
  readonly successorRole?: string;
  readonly reason: string;
}

/** Who leaves, who takes over and why. Changing anything makes the preview old. */
export function HandOverForm(props: {
  readonly operation: Operation<NewHandOver, HandOverReply>;
  readonly onLook: (body: NewHandOver) => void;
}): ReactNode {
  const { operation, onLook } = props;
  const text = useText('deputy');
  const [form] = Form.useForm<Typed>();
  const to = Form.useWatch('to', form) ?? 'person';
  const leaverId = Form.useWatch('leaverId', form);
  const missing = [{ required: true, message: text('missing') }];
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ to: 'person' }}
      onValuesChange={operation.forget}
      onFinish={(typed) => onLook(bodyOf(typed))}
    >
      <div className="fs-deputy-period">
        <Form.Item name="leaverId" label={text('handOver.leaver')} rules={missing}>
          <PersonPicker />
        </Form.Item>
        <Form.Item name="reason" label={text('reason')} rules={[{ required: true, whitespace: true, message: text('missing') }]}>
          <Input maxLength={500} placeholder={text('handOver.reasonHint')} />
        </Form.Item>
      </div>
      <Form.Item name="to" label={text('handOver.to')}>
        <Radio.Group
          options={[
            { value: 'person', label: text('handOver.toPerson') },
            { value: 'role', label: text('handOver.toRole') },
          ]}
        />
      </Form.Item>
      {to === 'person' ? (
        <Form.Item name="successorId" label={text('handOver.successor')} rules={missing}>
          <PersonPicker without={leaverId ? [leaverId] : []} />
        </Form.Item>
      ) : (
        <RoleItem />
      )}
      <SubmitFailure error={operation.preview.error ?? operation.run.error} />
      <Button type={operation.seen ? 'default' : 'primary'} htmlType="submit" loading={operation.preview.isPending}>
        {text('handOver.preview')}
      </Button>
    </Form>
  );
}

function RoleItem(): ReactNode {
  const text = useText('deputy');
  const roleName = useRoleName();
  return (
    <Form.Item name="successorRole" label={text('handOver.role')} rules={[{ required: true, message: text('missing') }]}>
      <Select options={roleIds.map((value) => ({ value, label: roleName(value) }))} aria-label={text('handOver.role')} />
    </Form.Item>
  );
}

function bodyOf({ leaverId, to, successorId, successorRole, reason }: Typed): NewHandOver {
  return { leaverId, reason: reason.trim(), ...(to === 'person' ? { successorId } : { successorRole }) };
}
