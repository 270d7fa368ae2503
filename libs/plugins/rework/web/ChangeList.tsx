import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useSession, useText } from '@fashen/ui';
import type { FormReply } from '@fashen/plugins/form/model';
import type { WireReturn } from './rework-requests';

/** What has changed in the case data since the return, by the labels of the form that was corrected. */
export function ChangeList({ changes, targetTaskId }: Pick<WireReturn, 'changes' | 'targetTaskId'>): ReactNode {
  const text = useText('rework');
  const labels = useLabels(changes.length > 0 ? targetTaskId : undefined);
  if (changes.length === 0) return <p className="fs-secondary">{text('changes.none')}</p>;
  const shown = (value: unknown): string =>
    value === undefined ? text('changes.empty') : typeof value === 'string' ? value : JSON.stringify(value);
  return (
    <details open>
      <summary>{text('changes.title')}</summary>
      <ul>
        {changes.map(({ path, before, after }) => (
          <li key={path}>
            <b>{labels.get(path) ?? path}</b> <del className="fs-secondary">{text('changes.was', { value: shown(before) })}</del>{' '}
            <ins>{text('changes.is', { value: shown(after) })}</ins>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Labels of the fields of a task's form by their paths. A task without a form has none. */
function useLabels(taskId: string | undefined): ReadonlyMap<string, string> {
  const { api } = useSession();
  const form = useQuery({
    queryKey: ['task', taskId, 'form'],
    queryFn: async ({ signal }) => (await api.get<FormReply | undefined>(`/tasks/${taskId ?? ''}/form`, signal)) ?? null,
    enabled: taskId !== undefined,
    retry: false,
  });
  const components = form.data?.schema.components ?? [];
  return new Map(components.flatMap(({ key, label }) => (key && label ? [[key, label] as const] : [])));
}
