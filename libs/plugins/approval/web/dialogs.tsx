import { Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { OperationDialog, type TaskActionProps, useOperation, useOpinionSlot, useSession, useText } from '@fashen/ui';
import { AskOptions } from './AskOptions';
import { type AskOption, type AskWays, optionsFor, PLAIN_WAYS, waysIn } from './ask-options.rules';
import { busyPeople } from './board.rules';
import { useBoard } from './use-board';
import { PeoplePicker } from './PeoplePicker';

/** What one dialog asks for, and where it sends it. */
interface Form {
  readonly path: string;
  readonly textKey: string;
  readonly people: 'none' | 'one' | 'many';
  readonly asksOpinion?: boolean;
  /** The act speaks for itself. */
  readonly needsNoReason?: boolean;
  readonly isDanger?: boolean;
  /** What can be said about how people are asked. */
  readonly options?: readonly AskOption[];
  readonly bodyOf: (filled: Filled) => object;
}

interface Filled {
  readonly personIds: readonly string[];
  readonly reason: string;
  readonly opinion: string;
  readonly ways: AskWays;
  /** Names of those who were found, by id. */
  readonly names: Readonly<Record<string, string>>;
}

const onePerson = ({ personIds, reason }: Filled): object => ({ personId: personIds[0], reason });
const onlyReason = ({ reason }: Filled): object => ({ reason });
const signers =
  (position: 'before' | 'after' | 'parallel') =>
  ({ personIds, reason, opinion }: Filled): object => ({ position, personIds, reason, ...(position === 'after' && { opinion }) });

const NO_OPTIONS: readonly AskOption[] = [];

const dialogFor = (form: Form) =>
  function Dialog(props: TaskActionProps): ReactNode {
    return <FormDialog {...props} form={form} />;
  };

/** The dialog of this operation. */
export const AbstainDialog = dialogFor({
  ...{ path: 'abstention', textKey: 'sign.abstain', people: 'none', asksOpinion: true, needsNoReason: true },
  bodyOf: ({ opinion }) => ({ opinion }),
});
/** The dialog of this operation. */
export const TransferDialog = dialogFor({ path: 'transfer', textKey: 'action.transfer', people: 'one', bodyOf: onePerson });
/** The dialog of this operation. */
export const DelegateDialog = dialogFor({
  ...{ path: 'delegation', textKey: 'action.delegate', people: 'one', options: ['dueAt'] },
  bodyOf: onePerson,
});
/** The dialog of this operation. */
export const ReworkDialog = dialogFor({
  ...{ path: 'seat-rework', textKey: 'action.rework', people: 'one', options: ['dueAt'] },
  bodyOf: onePerson,
});
/** The dialog of this operation. */
export const BeforeDialog = dialogFor({
  ...{ path: 'added-signers', textKey: 'action.before', people: 'many', options: ['order', 'rule', 'childVeto'] },
  bodyOf: signers('before'),
});
/** The dialog of this operation. */
export const AfterDialog = dialogFor({
  ...{ path: 'added-signers', textKey: 'action.after', people: 'many', asksOpinion: true, options: ['order'] },
  bodyOf: signers('after'),
});
/** The dialog of this operation. */
export const ParallelDialog = dialogFor({
  ...{ path: 'added-signers', textKey: 'action.parallel', people: 'many', options: ['weight', 'place'] },
  bodyOf: signers('parallel'),
});
/** The dialog of this operation. */
export const RevokeDialog = dialogFor({ path: 'delegation-revocation', textKey: 'action.revoke', people: 'none', bodyOf: onlyReason });
/** The dialog of this operation. */
export const TakeBackDialog = dialogFor({ path: 'vote-withdrawal', textKey: 'action.takeBack', people: 'none', bodyOf: onlyReason });

function FormDialog({ task, form, onDone, onClose }: TaskActionProps & { readonly form: Form }): ReactNode {
  const text = useText('approval');
  const signing = useOpinionSlot(task, { signsOnly: true });
  const operation = useOperation<object>(`/tasks/${task.id}/${form.path}`, signing.through);
  const nameOf = useSignerNames(task.id);
  const without = useNotOffered(task.id);
  const { data: board } = useBoard(task.id);
  const options = optionsFor(form.options ?? NO_OPTIONS, { kind: task.kind, order: board?.order });
  const [filled, setFilled] = useState<Filled>({ personIds: [], reason: '', opinion: '', names: {}, ways: PLAIN_WAYS });
  const change = (part: Partial<Filled>): void => {
    operation.forget();
    setFilled({ ...filled, ...part });
  };
  const missing = text(form.people === 'none' ? 'missing.reason' : 'missing');
  const body = isComplete(form, filled) ? { ...form.bodyOf(filled), ...waysIn(options, filled.ways) } : undefined;
  return (
    <OperationDialog
      title={text(form.textKey)}
      {...{ operation, body, missing, onDone, onClose }}
      nameOf={(id) => filled.names[id] ?? nameOf(id)}
    >
      <p>{text(`${form.textKey}.explain`)}</p>
      {form.people === 'none' ? null : (
        <PeoplePicker
          id="approval-people"
          label={text(form.people === 'one' ? 'field.person' : 'field.people')}
          isMany={form.people === 'many'}
          without={without}
          value={filled.personIds}
          onChange={(personIds, found) => change({ personIds, names: { ...filled.names, ...found } })}
        />
      )}
      <AskOptions options={options} ways={filled.ways} onChange={(part) => change({ ways: { ...filled.ways, ...part } })} />
      {form.asksOpinion ? (
        <TextField id="approval-opinion" label={text('sign.opinion')} value={filled.opinion} onChange={(opinion) => change({ opinion })} />
      ) : null}
      {form.needsNoReason ? null : (
        <TextField id="approval-reason" label={text('field.reason')} value={filled.reason} onChange={(reason) => change({ reason })} />
      )}
      {form.asksOpinion ? signing.box : null}
    </OperationDialog>
  );
}

function isComplete({ people, needsNoReason }: Form, { reason, personIds }: Filled): boolean {
  return (needsNoReason === true || reason.trim() !== '') && (people === 'none' || personIds.length > 0);
}

/** What those are called who sign or were asked here. */
function useSignerNames(taskId: string): (personId: string) => string {
  const { data } = useBoard(taskId);
  return (id) => data?.seats.find(({ personId }) => personId === id)?.personName ?? id;
}

/** Oneself, and who has a part in the step already. */
function useNotOffered(taskId: string): readonly string[] {
  const { person } = useSession();
  const { data } = useBoard(taskId);
  return [person.id, ...busyPeople(data?.seats ?? [])];
}

/** Removes one of the seats the person may remove. */
export function RemoveDialog({ task, onDone, onClose }: TaskActionProps): ReactNode {
  const text = useText('approval');
  const board = useBoard(task.id);
  const nameOf = useSignerNames(task.id);
  const operation = useOperation<object>(`/tasks/${task.id}/removed-signer`);
  const [seatId, setSeatId] = useState<string>();
  const [reason, setReason] = useState('');
  const removable = (board.data?.seats ?? []).filter(({ mayRemove }) => mayRemove);
  const body = seatId !== undefined && reason.trim() !== '' ? { seatId, reason } : undefined;
  return (
    <OperationDialog title={text('action.remove')} isDanger missing={text('missing')} {...{ operation, nameOf, body, onDone, onClose }}>
      <p>{text('action.remove.explain')}</p>
      <p>
        <label htmlFor="approval-seat">{text('field.seat')}</label>
        <Select
          id="approval-seat"
          style={{ width: '100%' }}
          value={seatId ?? null}
          options={removable.map(({ id, personName, personId }) => ({ value: id, label: personName ?? personId }))}
          onChange={(id: string) => {
            operation.forget();
            setSeatId(id);
          }}
        />
      </p>
      <TextField
        id="approval-reason"
        label={text('field.reason')}
        value={reason}
        onChange={(typed) => {
          operation.forget();
          setReason(typed);
        }}
      />
    </OperationDialog>
  );
}

function TextField(props: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode {
  return (
    <p>
      <label htmlFor={props.id}>{props.label}</label>
      <Input.TextArea id={props.id} rows={2} maxLength={500} value={props.value} onChange={(event) => props.onChange(event.target.value)} />
    </p>
  );
}
