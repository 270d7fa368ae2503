import { Checkbox, InputNumber, Input, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { useText } from '@fashen/ui';
import type { TryOutField } from './try-out.rules';
import { useCellWords } from './use-cell-words';

/** One entry per value a decision reads. */
export function TryOutFields(props: {
  readonly fields: readonly TryOutField[];
  readonly answers: Readonly<Record<string, unknown>>;
  readonly onChange: (path: string, value: unknown) => void;
}): ReactNode {
  return (
    <div className="fs-try-fields">
      {props.fields.map((field) => (
        <FieldEntry
          key={field.path}
          field={field}
          value={props.answers[field.path]}
          onChange={(value) => props.onChange(field.path, value)}
        />
      ))}
    </div>
  );
}

interface EntryProps {
  readonly field: TryOutField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function FieldEntry(props: EntryProps): ReactNode {
  const { field } = props;
  const id = useId();
  const words = useCellWords();
  const label = field.label ?? words.name(field.path) ?? field.path;
  if (field.kind === 'yesNo') {
    return (
      <Checkbox checked={props.value === true} onChange={(event) => props.onChange(event.target.checked)}>
        {label}
      </Checkbox>
    );
  }
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Entry {...props} id={id} />
    </div>
  );
}

function Entry({ field, value, onChange, id }: EntryProps & { readonly id: string }): ReactNode {
  const text = useText('catalog');
  const words = useCellWords();
  const options = field.options.map((option) => ({ value: option, label: words.value(option) }));
  if (field.kind === 'number') {
    return <InputNumber id={id} className="fs-wide" min={0} value={Number(value)} onChange={(next) => onChange(next ?? 0)} />;
  }
  if (field.kind === 'text') return <Input id={id} value={String(value)} onChange={(event) => onChange(event.target.value)} />;
  if (field.kind === 'choice') return <Select id={id} className="fs-wide" value={value} options={options} onChange={onChange} />;
  return (
    <Select
      id={id}
      className="fs-wide"
      mode="multiple"
      value={value}
      options={options}
      placeholder={text('try.none')}
      onChange={onChange}
      optionFilterProp="label"
    />
  );
}
