import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useSession, useText, withQuery } from '@fashen/ui';
import type { PhraseReply } from '../model';
import { PHRASES_KEY } from './phrase-requests';

/** Phrases for a task, their gaps filled, and the way to the page where they are kept. */
export function PhrasePicker({ taskId, onPick }: { readonly taskId: string; readonly onPick: (text: string) => void }): ReactNode {
  const text = useText('opinion');
  const { api } = useSession();
  const phrases = useQuery({
    queryKey: [PHRASES_KEY, taskId],
    queryFn: ({ signal }) => api.get<readonly PhraseReply[]>(withQuery('/phrases', { taskId }), signal),
    staleTime: 60_000,
  });
  const found = phrases.data ?? [];
  const pick = (id: string): void => {
    const phrase = found.find((one) => one.id === id);
    if (!phrase) return;
    onPick(phrase.filled);
    // Only the order of the list depends on the count.
    void api.post(`/phrases/${id}/use`).catch(() => undefined);
  };
  return (
    <div className="fs-opinion-phrases">
      {found.length === 0 ? null : (
        <Select
          aria-label={text('box.phrases')}
          value={null}
          placeholder={text('box.phrases')}
          classNames={{ popup: { root: 'fs-phrase-options' } }}
          options={found.map(({ id, filled }) => ({ value: id, label: filled }))}
          onChange={(id: string | null) => (id === null ? undefined : pick(id))}
        />
      )}
      <Link to="/phrases">{text(found.length === 0 ? 'box.phrases.none' : 'box.phrases.manage')}</Link>
    </div>
  );
}
