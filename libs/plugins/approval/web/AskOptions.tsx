import { Checkbox, Input, InputNumber, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import type { AskOption, AskWays } from './ask-options.rules';

interface AskOptionsProps {
  readonly options: readonly AskOption[];
  readonly ways: AskWays;
  readonly onChange: (part: Partial<AskWays>) => void;
}

/** How those who are asked or added take their turns, when they are done, and until when. */
export function AskOptions({ options, ways, onChange }: AskOptionsProps): ReactNode {
  return options.map((option) => <Option key={option} option={option} ways={ways} onChange={onChange} />);
}

function Option({ option, ways, onChange }: Omit<AskOptionsProps, 'options'> & { readonly option: AskOption }): ReactNode {
  const text = useText('approval');
  switch (option) {
    case 'order':
      return <Choice name="order" words={['parallel', 'sequential']} value={ways.order} onChange={(order) => onChange({ order })} />;
    case 'rule':
      return <Choice name="rule" words={['all', 'any']} value={ways.rule} onChange={(rule) => onChange({ rule })} />;
    case 'place':
      return <Choice name="place" words={['next', 'end']} value={ways.place} onChange={(place) => onChange({ place })} />;
    case 'childVeto':
      return (
        <p>
          <Checkbox checked={ways.childVeto} onChange={(event) => onChange({ childVeto: event.target.checked })}>
            {text('field.veto')}
          </Checkbox>
        </p>
      );
    case 'weight':
      return (
        <p>
          <label htmlFor="approval-weight">{text('field.weight')}</label>{' '}
          <InputNumber
            id="approval-weight"
            min={1}
            max={100}
            precision={0}
            value={ways.weight}
            onChange={(weight) => onChange({ weight: weight ?? 1 })}
          />
        </p>
      );
    case 'dueAt':
      return (
        <p>
          <label htmlFor="approval-due">{text('field.due')}</label>
          <Input id="approval-due" type="datetime-local" value={ways.dueAt} onChange={(event) => onChange({ dueAt: event.target.value })} />
        </p>
      );
  }
}

function Choice<T extends string>(props: {
  readonly name: string;
  readonly words: readonly T[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}): ReactNode {
  const text = useText('approval');
  const { name, words, value, onChange } = props;
  return (
    <fieldset className="fs-ask-choice">
      <legend>{text(`field.${name}`)}</legend>
      <Radio.Group
        value={value}
        options={words.map((word) => ({ value: word, label: text(`field.${name}.${word}`) }))}
        onChange={(event) => onChange(event.target.value as T)}
      />
    </fieldset>
  );
}
