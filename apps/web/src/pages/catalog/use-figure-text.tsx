import type { ReactNode } from 'react';
import { useHasText, useText, useTextOf, valueText } from '@fashen/ui';
import type { ParameterField } from './requests';
import { useCellWords } from './use-cell-words';

/** How figures of parameter sets are called and written. */
export interface FigureText {
  readonly label: (field: ParameterField) => string;
  readonly value: (field: ParameterField, value: string | number | boolean) => ReactNode;
  readonly choice: (choice: string) => string;
  /** Unit behind an entry, empty for choices. */
  readonly unit: (field: ParameterField) => string;
}

/** Labels from the plugin of legal review, units from here. */
export function useFigureText(): FigureText {
  const text = useText('catalog');
  const ui = useText('ui');
  const legal = useText('legal-review');
  const textOf = useTextOf();
  const hasText = useHasText();
  const words = useCellWords();
  const choice = (name: string): string => (hasText('directory', `role.${name}`) ? textOf('directory', `role.${name}`) : words.value(name));
  const unit = (field: ParameterField): string => (field.unit === 'choice' || field.unit === 'yesNo' ? '' : text(`unit.${field.unit}`));
  return {
    choice,
    unit,
    label: (field) => legal(`parameter.${field.name}`),
    value: (field, value) => {
      if (typeof value === 'string') return choice(value);
      return (
        <span className="fs-figure">
          {valueText(value, ui)} <span className="fs-secondary">{unit(field)}</span>
        </span>
      );
    },
  };
}
