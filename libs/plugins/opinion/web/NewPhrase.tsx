import { Button, type GetRef, Input, Select } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { SubmitFailure, usePermission, useSession, useText } from '@fashen/ui';
import { gapsIn, PHRASE_VARIABLES } from '../model';
import { usePhraseChange } from './phrase-requests';

const KNOWN: readonly string[] = PHRASE_VARIABLES;
const braced = (name: string): string => `{${name}}`;

/** Where a phrase is written, with its variables a click away. Variables that nobody knows are told before it is kept. */
export function NewPhrase(): ReactNode {
  const text = useText('opinion');
  const kitText = useText('ui');
  const { api } = useSession();
  const field = useRef<GetRef<typeof Input.TextArea>>(null);
  const [words, setWords] = useState('');
  const [scope, setScope] = useState('personal');
  const add = usePhraseChange<{ scope: string; text: string }>(
    (body) => api.post('/phrases', body),
    () => setWords(''),
  );
  const strange = gapsIn(words).filter((name) => !KNOWN.includes(name));
  const insert = (name: string): void => {
    const area = field.current?.resizableTextArea?.textArea;
    const [from, to] = [area?.selectionStart ?? words.length, area?.selectionEnd ?? words.length];
    setWords(words.slice(0, from) + braced(name) + words.slice(to));
    field.current?.focus();
  };
  return (
    <section className="fs-act-note" aria-label={text('phrases.new')}>
      <label htmlFor="fs-phrase">{text('phrases.text')}</label>
      <Input.TextArea
        id="fs-phrase"
        ref={field}
        rows={2}
        maxLength={500}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <Variables onPick={insert} />
      <div role="status">
        {strange.length === 0 ? null : (
          <p className="fs-clause-warning">{text('phrases.unknown', { names: strange.map(braced).join(kitText('listMark')) })}</p>
        )}
      </div>
      <SubmitFailure error={add.error} />
      <div className="fs-phrase-acts">
        <ScopeChoice value={scope} onChange={setScope} />
        <Button
          type="primary"
          disabled={words.trim() === ''}
          loading={add.isPending}
          onClick={() => add.mutate({ scope, text: words.trim() })}
        >
          {text('phrases.add')}
        </Button>
      </div>
    </section>
  );
}

function Variables({ onPick }: { readonly onPick: (name: string) => void }): ReactNode {
  const text = useText('opinion');
  return (
    <div className="fs-phrase-variables" role="group" aria-label={text('phrases.variables')}>
      <span className="fs-secondary">{text('phrases.variables')}</span>
      {PHRASE_VARIABLES.map((name) => {
        const meaning = text(`variable.${name}`);
        return (
          <Button key={name} size="small" onClick={() => onPick(name)}>
            {braced(name)}
            {meaning === name ? null : <span className="fs-secondary">{meaning}</span>}
          </Button>
        );
      })}
    </div>
  );
}

function ScopeChoice(props: { readonly value: string; readonly onChange: (scope: string) => void }): ReactNode {
  const text = useText('opinion');
  const mayKeepUnit = usePermission('opinion.managePhrases');
  if (!mayKeepUnit) return null;
  const scopes = ['personal', 'unit'].map((value) => ({ value, label: text(`scope.${value}`) }));
  return <Select value={props.value} onChange={props.onChange} options={scopes} aria-label={text('phrases.scope')} />;
}
