import { Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useText } from '@fashen/ui';
import type { SignatureMeans } from '../model';

/** Where a person proves who signs: by PIN or by password, as the step and the bureau take it. */
export function SignatureProof(props: {
  readonly means: SignatureMeans;
  readonly choices: readonly SignatureMeans[];
  readonly hasPin: boolean;
  readonly secret: string;
  readonly onChoose: (means: SignatureMeans) => void;
  readonly onChange: (secret: string) => void;
  readonly onEnter: () => void;
}): ReactNode {
  const { means, choices, hasPin, secret, onChoose, onChange, onEnter } = props;
  const text = useText('opinion');
  const id = `fs-sign-${means}`;
  return (
    <div className="fs-sign-proof">
      {choices.length > 1 ? (
        <Radio.Group
          aria-label={text('sign.means')}
          value={means}
          options={choices.map((value) => ({ value, label: text(`sign.${value}`), disabled: value === 'pin' && !hasPin }))}
          onChange={(event) => onChoose(event.target.value as SignatureMeans)}
        />
      ) : null}
      <label htmlFor={id}>{text(`sign.${means}`)}</label>
      <Input.Password
        key={means}
        id={id}
        autoFocus
        {...(means === 'pin' ? ({ autoComplete: 'off', inputMode: 'numeric' } as const) : { autoComplete: 'current-password' })}
        value={secret}
        onChange={(event) => onChange(event.target.value)}
        onPressEnter={onEnter}
      />
      {choices.includes('pin') && !hasPin ? (
        <p className="fs-secondary">
          {text('sign.noPin')}{' '}
          <Link to="/account" target="_blank" rel="noreferrer">
            {text('sign.setPin')}
          </Link>
        </p>
      ) : null}
    </div>
  );
}
