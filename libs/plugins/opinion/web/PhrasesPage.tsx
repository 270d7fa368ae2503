import './opinion.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { EmptyView, PageHead, StateView, SubmitFailure, useConfirmAct, useSession, useText } from '@fashen/ui';
import type { PhraseReply } from '../model';
import { NewPhrase } from './NewPhrase';
import { PHRASES, PHRASES_KEY, usePhraseChange } from './phrase-requests';

/** One's own phrases and those of the unit, most used first. */
export function PhrasesPage(): ReactNode {
  const text = useText('opinion');
  const { api } = useSession();
  const phrases = useQuery({ queryKey: [PHRASES_KEY], queryFn: ({ signal }) => api.get<readonly PhraseReply[]>(PHRASES, signal) });
  const found = phrases.data ?? [];
  return (
    <div className="fs-page">
      <PageHead title={text('phrases.title')} note={text('phrases.note')} />
      <div className="fs-paper">
        <NewPhrase />
        <StateView state={phrases} empty={found.length === 0 ? <EmptyView>{text('phrases.none')}</EmptyView> : undefined}>
          {() => (
            <ul className="fs-phrase-list" aria-label={text('phrases.list')}>
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

function PhraseLine({ phrase }: { readonly phrase: PhraseReply }): ReactNode {
  const text = useText('opinion');
  const { api } = useSession();
  const confirm = useConfirmAct();
  const remove = usePhraseChange<string>((id) => api.request(`${PHRASES}/${id}`, { method: 'DELETE' }));
  const ask = async (): Promise<void> => {
    const consequence = text(phrase.scope === 'unit' ? 'phrases.removalOfUnit' : 'phrases.removal');
    if (await confirm({ act: text('phrases.removeAct'), consequence, danger: true })) remove.mutate(phrase.id);
  };
  return (
    <li>
      <span className="fs-phrase-words">{phrase.text}</span>
      <span className="fs-tag fs-tag-quiet">{text(`scope.${phrase.scope}`)}</span>
      <span className="fs-secondary">{text('phrases.uses', { n: phrase.uses })}</span>
      {phrase.mayRemove ? (
        <Button
          size="small"
          danger
          aria-label={text('phrases.removeOf', { text: phrase.text })}
          loading={remove.isPending}
          onClick={() => void ask()}
        >
          {text('phrases.remove')}
        </Button>
      ) : null}
      <SubmitFailure error={remove.error} />
    </li>
  );
}
