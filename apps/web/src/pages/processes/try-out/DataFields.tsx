import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type ReactNode, useId } from 'react';
import { useText } from '@fashen/ui';
import { type DataField, type ReadFields, withLine, withoutLine } from './data-fields.rules';

/** Edits data as names and JSON values. What is wrong stands under its line. */
export function DataFields(props: {
  readonly fields: readonly DataField[];
  readonly read: ReadFields;
  readonly onChange: (fields: readonly DataField[]) => void;
}): ReactNode {
  const text = useText('processes');
  const { fields, read, onChange } = props;
  const change = (at: number, part: Partial<DataField>): void =>
    onChange(fields.map((field, index) => (index === at ? { ...field, ...part } : field)));
  return (
    <div className="fs-data-fields">
      {fields.map((field, at) => (
        <DataLine
          key={at}
          field={field}
          problem={read.problems[at]}
          onChange={(part) => change(at, part)}
          onRemove={() => onChange(withoutLine(fields, at))}
        />
      ))}
      <Button size="small" icon={<PlusOutlined />} onClick={() => onChange(withLine(fields))}>
        {text('tryOut.addField')}
      </Button>
    </div>
  );
}

function DataLine(props: {
  readonly field: DataField;
  readonly problem?: string;
  readonly onChange: (part: Partial<DataField>) => void;
  readonly onRemove: () => void;
}): ReactNode {
  const text = useText('processes');
  const problemId = useId();
  const { field, problem, onChange } = props;
  const marks = problem ? ({ status: 'error', 'aria-describedby': problemId, 'aria-invalid': true } as const) : {};
  return (
    <div className="fs-data-line">
      <Input
        aria-label={text('tryOut.fieldName')}
        placeholder={text('tryOut.fieldName')}
        value={field.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Input.TextArea
        autoSize={{ minRows: 1, maxRows: 6 }}
        aria-label={text('tryOut.fieldValue')}
        placeholder={text('tryOut.fieldValue')}
        value={field.value}
        onChange={(event) => onChange({ value: event.target.value })}
        {...marks}
      />
      <Button type="text" aria-label={text('tryOut.removeField')} icon={<DeleteOutlined />} onClick={props.onRemove} />
      {problem ? (
        <p id={problemId} className="fs-data-problem">
          {text(`tryOut.problem.${problem}`)}
        </p>
      ) : null}
    </div>
  );
}
