import { Form, type FormItemProps, Input } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';

type Rule = NonNullable<FormItemProps['rules']>[number];

/** A field for something that is not shown while it is typed; may have to be the same as another one. */
export function SecretItem(props: {
  readonly name: string;
  readonly label: string;
  readonly autoComplete?: string;
  /** Digits only: a phone shows its number keys. */
  readonly isPin?: boolean;
  readonly sameAs?: string;
  readonly mismatch?: string;
}): ReactNode {
  const { name, label, autoComplete = 'off', isPin, sameAs, mismatch } = props;
  const text = useText('account');
  const same: Rule = ({ getFieldValue }) => ({
    validator: (_rule, value) =>
      value === undefined || value === '' || sameAs === undefined || getFieldValue(sameAs) === value
        ? Promise.resolve()
        : Promise.reject(new Error(mismatch)),
  });
  const { rules, dependencies } = { rules: [{ required: true, message: text('missing') }, same], dependencies: sameAs ? [sameAs] : [] };
  return (
    <Form.Item name={name} label={label} rules={rules} dependencies={dependencies}>
      <Input.Password autoComplete={autoComplete} maxLength={isPin ? 12 : 200} {...(isPin && { inputMode: 'numeric' })} />
    </Form.Item>
  );
}
