import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';

const LONGEST = 200;

/** Id of the field, for those who lead the person to it. */
export const TITLE_ID = 'fs-case-title';

/** The name of a new case; looks and complains like a field of the form below it. */
export function CaseTitle(props: {
  readonly title: string;
  readonly isMissing: boolean;
  readonly onChange: (typed: string) => void;
}): ReactNode {
  const text = useText('form');
  return (
    <div className="fs-start-title">
      <label htmlFor={TITLE_ID}>
        {text('start.title')}
        <span aria-hidden="true">*</span>
      </label>
      <Input
        id={TITLE_ID}
        value={props.title}
        maxLength={LONGEST}
        status={props.isMissing ? 'error' : undefined}
        placeholder={text('start.titleExample')}
        onChange={(event) => props.onChange(event.target.value)}
        aria-required
        aria-invalid={props.isMissing}
        aria-describedby={props.isMissing ? `${TITLE_ID}-missing` : undefined}
      />
      {props.isMissing ? (
        <span id={`${TITLE_ID}-missing`} className="fs-field-missing">
          {text('problem.required')}
        </span>
      ) : props.title.length >= LONGEST ? (
        <span className="fs-secondary">{text('start.titleFull', { max: LONGEST })}</span>
      ) : null}
    </div>
  );
}
