import { UploadOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress, Select } from 'antd';
import { type ChangeEvent, type DragEvent, type ReactNode, useRef, useState } from 'react';
import { asApiError, SubmitFailure, useSession, useText } from '@fashen/ui';
import type { AttachmentCategory } from '../model';
import { categories } from './categories';

interface Sending {
  readonly name: string;
  /** Of one, how much has been sent. */
  readonly share: number;
}

/** Sends files one after the other, with progress; a refused file says why and the others go on. */
function useUpload(caseId: string): {
  readonly sending?: Sending;
  readonly failures: readonly { readonly name: string; readonly error: unknown }[];
  readonly send: (files: readonly File[], category: AttachmentCategory) => Promise<void>;
} {
  const { api } = useSession();
  const queries = useQueryClient();
  const [sending, setSending] = useState<Sending>();
  const [failures, setFailures] = useState<readonly { name: string; error: unknown }[]>([]);
  const send = async (files: readonly File[], category: AttachmentCategory): Promise<void> => {
    setFailures([]);
    for (const file of files) {
      const body = new FormData();
      body.set('category', category);
      body.set('file', file);
      setSending({ name: file.name, share: 0 });
      await api
        .upload(`/cases/${caseId}/attachments`, body, (share) => setSending({ name: file.name, share }))
        .catch((error: unknown) => setFailures((earlier) => [...earlier, { name: file.name, error: asApiError(error) }]));
    }
    setSending(undefined);
    await queries.invalidateQueries({ queryKey: [`/cases/${caseId}/attachments`] });
    await queries.invalidateQueries({ queryKey: [`/cases/${caseId}/record`] });
  };
  return { sending, failures, send };
}

/** Adds documents: choose a kind, then files, or drop them here. */
export function UploadBox({ caseId }: { readonly caseId: string }): ReactNode {
  const text = useText('attachment');
  const input = useRef<HTMLInputElement>(null);
  const [category, setCategory] = useState<AttachmentCategory>();
  const [isMissing, setIsMissing] = useState(false);
  const { sending, failures, send } = useUpload(caseId);
  const take = (files: readonly File[]): void => {
    setIsMissing(!category);
    if (category && files.length > 0) void send(files, category);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    take([...event.dataTransfer.files]);
  };
  const onChoose = (event: ChangeEvent<HTMLInputElement>): void => {
    take([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  return (
    <div className="fs-upload fs-no-print" onDragOver={(event) => event.preventDefault()} onDrop={onDrop}>
      <div className="fs-submit-row">
        <Select<AttachmentCategory>
          className="fs-upload-kind"
          value={category}
          status={isMissing ? 'error' : undefined}
          placeholder={text('upload.kind')}
          aria-label={text('upload.kind')}
          options={categories.map((value) => ({ value, label: text(`category.${value}`) }))}
          onChange={(value) => {
            setCategory(value);
            setIsMissing(false);
          }}
        />
        <Button
          icon={<UploadOutlined />}
          disabled={sending !== undefined}
          onClick={() => (category ? input.current?.click() : setIsMissing(true))}
        >
          {text('upload.choose')}
        </Button>
        <input ref={input} type="file" multiple hidden aria-hidden tabIndex={-1} onChange={onChoose} />
      </div>
      <p className="fs-secondary">{isMissing ? text('upload.kindMissing') : text('upload.hint')}</p>
      {sending ? (
        <div role="status">
          {text('upload.sending', { name: sending.name })}
          <Progress percent={Math.round(sending.share * 100)} size="small" aria-label={sending.name} />
        </div>
      ) : null}
      {failures.map((failure) => (
        <div key={failure.name}>
          {failure.name}
          <SubmitFailure error={failure.error} />
        </div>
      ))}
    </div>
  );
}
