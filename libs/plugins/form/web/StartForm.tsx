import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { ApiError, asApiError, type StartFormProps, StateView, useAttempt, useSession, useText } from '@fashen/ui';
import type { FormReply } from '../model';
import { DraftedForm } from './DraftedForm';

const FORMLESS: FormReply = { key: '', version: 0, schema: { type: 'default', id: 'none', components: [] }, data: {} };

/** Title and start form of a new case. */
export function StartForm({ processKey, onStarted }: StartFormProps): ReactNode {
  const { api } = useSession();
  const text = useText('form');
  const attempt = useAttempt();
  const [title, setTitle] = useState('');
  const form = useQuery({
    queryKey: ['start-form', processKey],
    queryFn: async ({ signal }) => {
      try {
        return await api.get<FormReply>(`/processes/${processKey}/start-form`, signal);
      } catch (error) {
        if (asApiError(error).code === 'form.NO_FORM') return FORMLESS;
        throw error;
      }
    },
    staleTime: Infinity,
  });
  return (
    <StateView state={form} rows={8}>
      {() =>
        form.data ? (
          <>
            <div className="fs-start-title">
              <label htmlFor="fs-case-title">{text('start.title')}</label>
              <Input
                id="fs-case-title"
                value={title}
                maxLength={200}
                placeholder={text('start.titleExample')}
                onChange={(event) => setTitle(event.target.value)}
                aria-required
              />
            </div>
            <DraftedForm
              form={form.data}
              subject={`start.${processKey}`}
              act={text('start.act')}
              send={async (data) => {
                if (title.trim() === '') throw new ApiError(422, 'ui.titleMissing');
                const body = { definitionKey: processKey, title: title.trim(), data };
                const started = await api.post<{ id: string }>('/cases', body, attempt.keyFor(body));
                attempt.done();
                onStarted(started.id);
              }}
            />
          </>
        ) : null
      }
    </StateView>
  );
}
