import { type ReactNode, useEffect, useRef } from 'react';
import { type CasePartProps, useSession } from '@fashen/ui';

/** Draws nothing. Tells the server that the person has opened the case of their open tasks, which a batch asks for. */
export function SeenNote({ view }: CasePartProps): ReactNode {
  const { api, person } = useSession();
  const told = useRef(new Set<string>());
  const open = view.tasks.filter(
    ({ kind, endedAt, assigneeId }) => kind === 'VISIT' && !endedAt && (assigneeId ?? person.id) === person.id,
  );
  useEffect(() => {
    for (const { id } of open) {
      if (told.current.has(id)) continue;
      told.current.add(id);
      // Not having told is no harm: a batch then says that the case was not opened yet.
      api.post(`/tasks/${id}/seen`).catch(() => told.current.delete(id));
    }
  });
  return null;
}
