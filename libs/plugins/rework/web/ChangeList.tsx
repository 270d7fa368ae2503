import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { usePersonNames, useSession, useText, valueText } from '@fashen/ui';
import type { FormReply, FormSchema } from '@fashen/plugins/form/model';
import { type WordedChange, wordedChange } from './change-words.rules';
import type { WireReturn } from './rework-requests';

/** What has changed in the case data since the return, in the words of the form that was corrected. */
export function ChangeList({ changes, targetTaskId }: Pick<WireReturn, 'changes' | 'targetTaskId'>): ReactNode {
  const text = useText('rework');
  const schema = useFormSchema(changes.length > 0 ? targetTaskId : undefined);
  if (changes.length === 0) return <p className="fs-secondary">{text('changes.none')}</p>;
  return (
    <details open>
      <summary>{text('changes.title')}</summary>
      <ul className="fs-rework-changes">
        {changes.map((change) => (
          <ChangeLine key={change.path} change={wordedChange(schema, change)} />
        ))}
      </ul>
    </details>
  );
}

function ChangeLine({ change }: { readonly change: WordedChange }): ReactNode {
  const text = useText('rework');
  const kitText = useText('ui');
  const nameOf = usePersonNames();
  const words = (value: WordedChange['after']): string =>
    value === undefined ? text('changes.empty') : valueText(value, kitText, change.isOfPeople ? nameOf : undefined);
  return (
    <li>
      <b>{change.label}</b> <del className="fs-secondary">{text('changes.was', { value: words(change.before) })}</del>{' '}
      <ins>{text('changes.is', { value: words(change.after) })}</ins>
    </li>
  );
}

const NO_FORM: FormSchema = { id: '', type: 'default', components: [] };

/** The form of a task; without fields while it is read, and for a task without a form. */
function useFormSchema(taskId: string | undefined): FormSchema {
  const { api } = useSession();
  const form = useQuery({
    queryKey: ['task', taskId, 'form'],
    queryFn: async ({ signal }) => (await api.get<FormReply | undefined>(`/tasks/${taskId ?? ''}/form`, signal)) ?? null,
    enabled: taskId !== undefined,
    retry: false,
  });
  return form.data?.schema ?? NO_FORM;
}
