import { useMutation, type UseMutationResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type ApiError, EmptyView, PageHead, StateView, SubmitFailure, usePermission, useSession, useText } from '@fashen/ui';
import { gapsIn, PHRASE_VARIABLES, type PhraseReply } from '../model';

const KEY = ['phrases'];
const KNOWN: readonly string[] = PHRASE_VARIABLES;
const braced = (names: readonly string[]): readonly string[] => names.map((name) => `{${name}}`);

/** One's own phrases and those of the unit, most used first. */
export function PhrasesPage(): ReactNode {
  const text = useText('opinion');
  const { api } = useSession();
  const phrases = useQuery({ queryKey: KEY, queryFn: ({ signal }) => api.get<readonly PhraseReply[]>('/phrases', signal) });
  const found = phrases.data ?? [];
  return (
    <div className="fs-page">
      <PageHead title={text('phrases.title')} />
      <div className="fs-paper">
        <NewPhrase />
        <StateView state={phrases} empty={found.length === 0 ? <EmptyView>{text('phrases.none')}</EmptyView> : undefined}>
          {() => (
            <ul className="fs-act-note">
              {found.map((phrase) => (
                <PhraseLine key={phrase.id} phrase={phrase} />
              ))}
            </ul>
          )}
        </StateView>
      </div>
    </div>
  );
}

function useChange<B>(change: (body: B) => Promise<unknown>, onDone?: () => void): UseMutationResult<unknown, ApiError, B> {
  const queries = useQueryClient();
  return useMutation<unknown, ApiError, B>({
    mutationFn: change,
    onSuccess: () => {
      onDone?.();
      void queries.invalidateQueries({ queryKey: KEY });
    },
  });
}

function NewPhrase(): ReactNode {
  const text = useText('opinion');
  const { api } = useSession();
  const mayKeepUnit = usePermission('opinion.managePhrases');
  const [words, setWords] = useState('');
  const [scope, setScope] = useState('personal');
  const add = useChange<{ scope: string; text: string }>(
    (body) => api.post('/phrases', body),
    () => setWords(''),
  );
  const kitText = useText('ui');
  const strange = gapsIn(words).filter((name) => !KNOWN.includes(name));
  const scopes = ['personal', ...(mayKeepUnit ? ['unit'] : [])].map((value) => ({ value, label: text(`scope.${value}`) }));
  return (
    <div className="fs-act-note">
      <label htmlFor="fs-phrase">{text('phrases.text')}</label>
      <Input.TextArea id="fs-phrase" rows={2} maxLength={500} value={words} onChange={(event) => setWords(event.target.value)} />
      <p className="fs-secondary" role="status">
        {strange.length === 0
          ? text('phrases.variables', { names: braced(PHRASE_VARIABLES).join(kitText('listMark')) })
          : text('phrases.unknown', { names: braced(strange).join(kitText('listMark')) })}
      </p>
      <SubmitFailure error={add.error} />
      {scopes.length > 1 ? <Select value={scope} onChange={setScope} options={scopes} aria-label={text('phrases.title')} /> : null}{' '}
      <Button disabled={words.trim() === ''} loading={add.isPending} onClick={() => add.mutate({ scope, text: words.trim() })}>
        {text('phrases.add')}
      </Button>
    </div>
  );
}

function PhraseLine({ phrase }: { readonly phrase: PhraseReply }): ReactNode {
  const text = useText('opinion');
  const { api } = useSession();
  const remove = useChange<string>((id) => api.request(`/phrases/${id}`, { method: 'DELETE' }));
  return (
    <li>
      {phrase.text} <span className="fs-tag">{text(`scope.${phrase.scope}`)}</span>{' '}
      <span className="fs-secondary">{text('phrases.uses', { n: phrase.uses })}</span>{' '}
      {phrase.mayRemove ? (
        <Button size="small" type="link" loading={remove.isPending} onClick={() => remove.mutate(phrase.id)}>
          {text('phrases.remove')}
        </Button>
      ) : null}
    </li>
  );
}
