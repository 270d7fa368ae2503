import { Button, InputNumber, Select } from 'antd';
import type { ReactNode } from 'react';
import { usePrincipalText, useText } from '@fashen/ui';
import { roleIds } from '@fashen/plugins/directory/model';
import { type ExtensionRule, type Period } from '../model';
import { MOST_EXTENSIONS, type TypedExtension } from './edited-period.rules';

/** How often a period may be extended, by how much, and who may grant it: one line for each time, in their order. */
export function ExtensionFields(props: {
  readonly extensions: readonly TypedExtension[];
  readonly unit: Period['unit'];
  readonly change: (extensions: readonly TypedExtension[]) => void;
}): ReactNode {
  const { extensions, unit, change } = props;
  const text = useText('deadline');
  const replace = (at: number, part: Partial<ExtensionRule>): void =>
    change(extensions.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="fs-period-extensions">
      <legend>{text('periods.extensions')}</legend>
      {extensions.length === 0 ? <p className="fs-secondary">{text('periods.noExtension')}</p> : null}
      {extensions.map((one, at) => (
        <ExtensionLine
          key={one.id}
          at={at}
          {...{ one, unit }}
          replace={(part) => replace(at, part)}
          remove={() => change(extensions.filter(({ id }) => id !== one.id))}
        />
      ))}
      <Button
        size="small"
        disabled={extensions.length >= MOST_EXTENSIONS}
        onClick={() => change([...extensions, newExtension(extensions)])}
      >
        {text('periods.addExtension')}
      </Button>
    </fieldset>
  );
}

function ExtensionLine(props: {
  readonly at: number;
  readonly one: TypedExtension;
  readonly unit: Period['unit'];
  readonly replace: (part: Partial<ExtensionRule>) => void;
  readonly remove: () => void;
}): ReactNode {
  const { at, one, unit, replace, remove } = props;
  const text = useText('deadline');
  const principalText = usePrincipalText();
  const n = at + 1;
  return (
    <div className="fs-period-extension">
      <InputNumber
        aria-label={text('periods.extensionAmount', { n })}
        prefix={text('periods.extensionTime', { n })}
        suffix={text(`unit.${unit}`)}
        min={1}
        max={3_660}
        value={one.amount}
        onChange={(amount) => replace({ amount: amount ?? 1 })}
      />
      <Select
        aria-label={text('periods.extensionBy', { n })}
        placeholder={text('periods.extensionBy', { n })}
        mode="multiple"
        optionFilterProp="label"
        value={[...one.by]}
        options={roleIds.map((id) => ({ value: id, label: principalText(`role:${id}`) }))}
        onChange={(by: string[]) => replace({ by })}
      />
      <Button size="small" danger onClick={remove} aria-label={text('periods.removeExtension', { n })}>
        {text('periods.remove')}
      </Button>
    </div>
  );
}

/** The next one looks like the last; the first one is for somebody to fill in. */
function newExtension(before: readonly TypedExtension[]): TypedExtension {
  const last = before.at(-1);
  return { id: Math.max(0, ...before.map(({ id }) => id)) + 1, amount: last?.amount ?? 1, by: last?.by ?? [] };
}
