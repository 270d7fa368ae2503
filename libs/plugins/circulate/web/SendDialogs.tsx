import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { OperationDialog, type TaskActionProps, useOperation, useSession, useText, type WirePage, withQuery } from '@fashen/ui';
import type { SentReply } from '../model';

type Body = { readonly personIds: readonly string[]; readonly reason?: string };

/** Sends the case to readers. */
export function CopyDialog(props: TaskActionProps): ReactNode {
  return <SendDialog {...props} kind="copy" path={`/cases/${props.task.instanceId}/copies`} />;
}

/** Sends the case to readers who may comment. */
export function CirculationDialog(props: TaskActionProps): ReactNode {
  return <SendDialog {...props} kind="circulate" path={`/cases/${props.task.instanceId}/circulation`} />;
}

function SendDialog(props: TaskActionProps & { readonly kind: 'copy' | 'circulate'; readonly path: string }): ReactNode {
  const { kind, path, onDone, onClose } = props;
  const text = useText('circulate');
  const operation = useOperation<Body, SentReply>(path);
  const [personIds, setPersonIds] = useState<readonly string[]>([]);
  const [reason, setReason] = useState('');
  const words = reason.trim();
  const body = personIds.length === 0 ? undefined : { personIds, ...(words !== '' && { reason: words }) };
  return (
    <OperationDialog
      title={text(`${kind}.title`)}
      operation={operation}
      body={body}
      missing={text('readers.missing')}
      onDone={onDone}
      onClose={onClose}
    >
      <p>{text(`${kind}.consequence`)}</p>
      <label htmlFor="fs-readers">{text('readers.people')}</label>
      <PeoplePicker
        value={personIds}
        onChange={(ids) => {
          setPersonIds(ids);
          operation.forget();
        }}
      />
      <label htmlFor="fs-readers-reason">{text('readers.reason')}</label>
      <Input.TextArea
        id="fs-readers-reason"
        rows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
          operation.forget();
        }}
      />
      {operation.seen ? <Seen reply={operation.seen.result} /> : null}
    </OperationDialog>
  );
}

function Seen({ reply }: { readonly reply: SentReply }): ReactNode {
  const text = useText('circulate');
  const kitText = useText('ui');
  const names = reply.readers.map((one) => text(one.wasReader ? 'readers.again' : 'readers.new', { name: one.name }));
  return (
    <p role="status">
      {text('readers.seen', { n: names.length })} {names.join(kitText('listMark'))}
    </p>
  );
}

interface FoundPerson {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
}

function PeoplePicker(props: { readonly value: readonly string[]; readonly onChange: (ids: readonly string[]) => void }): ReactNode {
  const text = useText('circulate');
  const kitText = useText('ui');
  const { api } = useSession();
  const people = useQuery({
    queryKey: ['people-picker'],
    queryFn: ({ signal }) => api.get<WirePage<FoundPerson>>(withQuery('/people', { limit: 200 }), signal),
    staleTime: 60_000,
  });
  const options = (people.data?.items ?? []).map((person) => ({
    value: person.id,
    label: kitText('personOfUnit', { name: person.name, unit: person.unitName }),
  }));
  return (
    <Select
      id="fs-readers"
      mode="multiple"
      style={{ width: '100%' }}
      value={[...props.value]}
      onChange={(ids: string[]) => props.onChange(ids)}
      options={options}
      optionFilterProp="label"
      loading={people.isPending}
      placeholder={text('readers.peopleHint')}
    />
  );
}
