import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { type NextTaskProps, useKeyShortcuts, useSession, useText, withQuery, type WirePage, type WireTask } from '@fashen/ui';

/** The way to the next task of one's own; `n` goes there too. Draws nothing when there is none. */
export function NextTask({ exceptId }: NextTaskProps): ReactNode {
  const text = useText('assignment');
  const { api } = useSession();
  const navigate = useNavigate();
  const mine = useQuery({
    queryKey: ['/tasks', 'next'],
    queryFn: ({ signal }) => api.get<WirePage<WireTask>>(withQuery('/tasks', { view: 'assigned', limit: 2 }), signal),
  });
  const next = mine.data?.items.find(({ id }) => id !== exceptId);
  const goOn = (): void => {
    if (next) void navigate(`/cases/${next.instanceId}?task=${next.id}`);
  };
  useKeyShortcuts({ n: goOn });
  if (!next) return null;
  return (
    <div className="fs-act-next">
      <Button type="primary" onClick={goOn}>
        {text('done.next', { step: next.nodeName })}
      </Button>
      <p className="fs-secondary">{next.title}</p>
    </div>
  );
}
