import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { type StartFormProps, StateView, useAttempt, useDraft, useSession, useText } from '@fashen/ui';
import type { FormReply } from '../model';
import { CaseTitle, TITLE_ID } from './CaseTitle';
import { DraftedForm } from './DraftedForm';

const FORMLESS: FormReply = { key: '', version: 0, schema: { type: 'default', id: 'none', components: [] }, data: {} };

/** Title and start form of a new case. */
export function StartForm(props: StartFormProps): ReactNode {
  const { api } = useSession();
  const form = useQuery({
    queryKey: ['start-form', props.processKey],
    queryFn: async ({ signal }) => (await api.get<FormReply | undefined>(`/processes/${props.processKey}/start-form`, signal)) ?? FORMLESS,
    staleTime: Infinity,
  });
  return (
    <StateView state={form} rows={8}>
      {() => (form.data ? <TitledForm form={form.data} {...props} /> : null)}
    </StateView>
  );
}

/** Title and form are sent as one; both are kept on this device until then. */
function TitledForm({ form, processKey, onStarted }: StartFormProps & { readonly form: FormReply }): ReactNode {
  const { api } = useSession();
  const text = useText('form');
  const attempt = useAttempt();
  const draft = useDraft(`title.${processKey}`, form.version);
  const [title, setTitle] = useState(() => String(draft.found?.data['title'] ?? ''));
  const [isTried, setIsTried] = useState(false);
  const change = (typed: string): void => {
    setTitle(typed);
    draft.keep({ title: typed });
  };
  const answers = useDraft(`start.${processKey}`, form.version);
  const discard = (): void => {
    setTitle('');
    draft.forget();
  };
  const isMissing = title.trim() === '';
  const lookAtTitle = (): number => {
    setIsTried(true);
    if (isMissing) document.getElementById(TITLE_ID)?.focus();
    return isMissing ? 1 : 0;
  };
  const send = async (data: FormReply['data']): Promise<void> => {
    const body = { definitionKey: processKey, title: title.trim(), data };
    const started = await api.post<{ id: string }>('/cases', body, attempt.keyFor(body));
    attempt.done();
    draft.forget();
    onStarted(started.id);
  };
  return (
    <>
      <CaseTitle title={title} isMissing={isTried && isMissing} onChange={change} />
      <DraftedForm form={form} draft={answers} act={text('start.act')} send={send} onTry={lookAtTitle} onDiscard={discard} />
    </>
  );
}
