import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import type { DefectLine } from './return-form.rules';

interface DefectEditorProps {
  readonly defects: readonly DefectLine[];
  readonly onChange: (defects: readonly DefectLine[]) => void;
}

/** What is to be corrected, one line each, with the clause that demands it and the document it concerns. */
export function DefectEditor({ defects, onChange }: DefectEditorProps): ReactNode {
  const text = useText('rework');
  const nextKey = Math.max(0, ...defects.map(({ key }) => key)) + 1;
  const change = (line: DefectLine): void => onChange(defects.map((one) => (one.key === line.key ? line : one)));
  return (
    <fieldset className="fs-rework-choice">
      <legend>{text('return.defects')}</legend>
      {defects.map((line, index) => (
        <DefectFields
          key={line.key}
          line={line}
          n={index + 1}
          onChange={change}
          onRemove={() => onChange(defects.filter((one) => one !== line))}
        />
      ))}
      <Button icon={<PlusOutlined />} onClick={() => onChange([...defects, { key: nextKey, what: '', clause: '', material: '' }])}>
        {text('return.addDefect')}
      </Button>
    </fieldset>
  );
}

interface DefectFieldsProps {
  readonly line: DefectLine;
  readonly n: number;
  readonly onChange: (line: DefectLine) => void;
  readonly onRemove: () => void;
}

function DefectFields({ line, n, onChange, onRemove }: DefectFieldsProps): ReactNode {
  const text = useText('rework');
  const labels = { what: text('defect.what', { n }), clause: text('defect.clause'), material: text('defect.material') };
  const field = (name: keyof typeof labels, maxLength: number): ReactNode => (
    <Input.TextArea
      autoSize
      aria-label={labels[name]}
      placeholder={labels[name]}
      maxLength={maxLength}
      value={line[name]}
      onChange={(event) => onChange({ ...line, [name]: event.target.value })}
    />
  );
  return (
    <div className="fs-rework-defect">
      {field('what', 1000)}
      {field('clause', 200)}
      {field('material', 200)}
      <Button aria-label={text('return.removeDefect', { n })} icon={<DeleteOutlined />} onClick={onRemove} />
    </div>
  );
}
