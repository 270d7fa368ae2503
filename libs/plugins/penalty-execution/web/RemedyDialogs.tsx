import './execution.css';
import { Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type CaseActionProps, OperationDialog, useOperation, useText } from '@fashen/ui';
import { OUTCOMES, pendingRemedy, REMEDY_KINDS } from '../model';
import { useExecution } from './requests';

/** Notes that the party has asked for reconsideration, or sued. */
export function FileDialog({ caseId, onClose }: CaseActionProps): ReactNode {
  const bodyOf = ({ what, day, note }: Entry): object | undefined => (what && day ? { kind: what, filedOn: day, note } : undefined);
  const words: EntryWords = { act: 'file', what: 'kind', day: 'filedOn', note: 'note', choices: REMEDY_KINDS };
  return <EntryDialog path={`/cases/${caseId}/remedies`} words={words} bodyOf={bodyOf} onClose={onClose} />;
}

/** Notes how it ended. */
export function DecideDialog({ caseId, onClose }: CaseActionProps): ReactNode {
  const { data } = useExecution(caseId);
  const remedy = pendingRemedy(data?.remedies ?? []);
  const bodyOf = ({ what, day, note }: Entry): object | undefined =>
    what && day && note ? { outcome: what, receivedOn: day, note } : undefined;
  const words: EntryWords = { act: 'decide', what: 'outcome', day: 'receivedOn', note: 'note.required', choices: OUTCOMES };
  return <EntryDialog path={`/cases/${caseId}/remedies/${remedy?.id ?? ''}/outcome`} words={words} bodyOf={bodyOf} onClose={onClose} />;
}

/** Notes that the published decision was withdrawn. */
export function WithdrawDialog({ caseId, onClose }: CaseActionProps): ReactNode {
  const bodyOf = ({ day, note }: Entry): object | undefined => (day && note ? { withdrawnOn: day, reason: note } : undefined);
  const words: EntryWords = { act: 'withdraw', day: 'withdrawnOn', note: 'note.required' };
  return <EntryDialog path={`/cases/${caseId}/publication-withdrawal`} words={words} bodyOf={bodyOf} onClose={onClose} />;
}

interface Entry {
  readonly what: string;
  readonly day: string;
  readonly note: string;
}

/** Text keys of a dialog, and what may be chosen in it. */
interface EntryWords {
  readonly act: 'file' | 'decide' | 'withdraw';
  readonly what?: 'kind' | 'outcome';
  readonly day: string;
  readonly note: string;
  readonly choices?: readonly string[];
}

interface EntryDialogProps {
  readonly path: string;
  readonly words: EntryWords;
  readonly bodyOf: (entry: Entry) => object | undefined;
  readonly onClose: () => void;
}

function EntryDialog({ path, words, bodyOf, onClose }: EntryDialogProps): ReactNode {
  const text = useText('penalty-execution');
  const operation = useOperation<object>(path);
  const [entry, setEntry] = useState<Entry>({ what: '', day: '', note: '' });
  const change = (part: Partial<Entry>): void => {
    setEntry((before) => ({ ...before, ...part }));
    operation.forget();
  };
  return (
    <OperationDialog
      title={text(`action.${words.act}`)}
      operation={operation}
      body={bodyOf({ ...entry, note: entry.note.trim() })}
      missing={text('missing')}
      onDone={onClose}
      onClose={onClose}
    >
      <p>{text(`${words.act}.text`)}</p>
      <EntryFields words={words} entry={entry} onChange={change} />
    </OperationDialog>
  );
}

interface EntryFieldsProps {
  readonly words: EntryWords;
  readonly entry: Entry;
  readonly onChange: (part: Partial<Entry>) => void;
}

function EntryFields({ words, entry, onChange }: EntryFieldsProps): ReactNode {
  const text = useText('penalty-execution');
  const { what, choices = [] } = words;
  return (
    <div className="fs-execution-fields">
      {what ? (
        <>
          <label htmlFor="fs-remedy-what">{text(what)}</label>
          <Select
            id="fs-remedy-what"
            {...(entry.what && { value: entry.what })}
            options={choices.map((value) => ({ value, label: text(`${what}.${value}`) }))}
            onChange={(value: string) => onChange({ what: value })}
          />
        </>
      ) : null}
      <label htmlFor="fs-remedy-day">{text(words.day)}</label>
      <Input id="fs-remedy-day" type="date" value={entry.day} onChange={({ target }) => onChange({ day: target.value })} />
      <label htmlFor="fs-remedy-note">{text(words.note)}</label>
      <Input.TextArea
        id="fs-remedy-note"
        rows={3}
        maxLength={2000}
        value={entry.note}
        onChange={({ target }) => onChange({ note: target.value })}
      />
    </div>
  );
}
