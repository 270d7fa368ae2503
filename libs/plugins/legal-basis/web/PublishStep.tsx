import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input } from 'antd';
import type { ReactNode } from 'react';
import { type ApiError, SubmitFailure, useAttempt, useConfirmAct, useSession, useText } from '@fashen/ui';
import type { LibraryVersion, PreviewReply, PublicationBody } from '../model';
import { ClausePreview } from './ClausePreview';
import { refreshLibrary } from './requests';

/** Shows what would change, asks for source and reason, and publishes. */
export function PublishStep({ preview, onClose }: { readonly preview: PreviewReply; readonly onClose: () => void }): ReactNode {
  const text = useText('legal-basis');
  const { api } = useSession();
  const { notification } = App.useApp();
  const queries = useQueryClient();
  const attempt = useAttempt();
  const { clauses, basedOn, problems, changes } = preview;
  const publish = useMutation<LibraryVersion, ApiError, Pick<PublicationBody, 'source' | 'reason'>>({
    mutationFn: (typed) => {
      const body = { ...typed, clauses, basedOn };
      return api.post<LibraryVersion>('/legal-basis/publication', body, attempt.keyFor(body));
    },
    onSuccess: ({ version }) => {
      attempt.done();
      notification.success({ title: text('published', { version }) });
      void refreshLibrary(queries);
      onClose();
    },
  });
  const confirm = useConfirmAct();
  const ask = async (typed: Pick<PublicationBody, 'source' | 'reason'>): Promise<void> => {
    const [added, changed, removed] = [changes.added.length, changes.changed.length, changes.removed.length];
    const consequence = text('consequence', { version: basedOn + 1, added, changed, removed });
    if (await confirm({ act: text('publish'), consequence, danger: removed > 0 })) publish.mutate(typed);
  };
  const missing = [{ required: true, whitespace: true, message: text('missing') }];
  const isSame = [changes.added, changes.changed, changes.removed].every(({ length }) => length === 0);
  return (
    <section aria-label={text('import.preview')}>
      <ClausePreview preview={preview} />
      {problems.length > 0 || isSame ? null : (
        <Form layout="vertical" requiredMark={false} onFinish={(typed: Pick<PublicationBody, 'source' | 'reason'>) => void ask(typed)}>
          <Form.Item name="source" label={text('sourceLabel')} rules={missing}>
            <Input maxLength={300} />
          </Form.Item>
          <Form.Item name="reason" label={text('reason')} rules={missing}>
            <Input.TextArea rows={2} maxLength={2000} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={publish.isPending}>
            {text('publish')}
          </Button>
          <SubmitFailure error={publish.error} />
        </Form>
      )}
    </section>
  );
}
