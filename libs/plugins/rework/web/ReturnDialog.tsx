import './rework.css';
import { Input, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { OperationDialog, StateView, type TaskActionProps, useOperation, useText } from '@fashen/ui';
import type { ReturnBody } from '../model';
import { DefectEditor } from './DefectEditor';
import { firstTarget, type ReturnForm, returnBodyOf, targetKey } from './return-form.rules';
import { useReturnTargets, type WireTargets } from './rework-requests';
import { TargetChoice } from './TargetChoice';

/** 退回: where to, why, and what is to be corrected; what it does is shown before it is done. */
export function ReturnDialog({ task, onDone, onClose }: TaskActionProps): ReactNode {
  const text = useText('rework');
  const operation = useOperation<ReturnBody>(`/tasks/${task.id}/return`);
  const targets = useReturnTargets(task.id);
  const [changed, setChanged] = useState<Partial<ReturnForm>>({});
  const reply = targets.data;
  const form: ReturnForm = { ...emptyForm(reply), ...changed };
  const body = reply && returnBodyOf(form, reply);
  const change = (part: Partial<ReturnForm>): void => {
    setChanged((before) => ({ ...before, ...part }));
    operation.forget();
  };
  return (
    <OperationDialog
      title={text('return.title')}
      operation={operation}
      body={body}
      missing={text('return.missing')}
      nameOf={(id) => reply?.names[id] ?? id}
      isDanger
      onDone={onDone}
      onClose={onClose}
    >
      <StateView state={targets} rows={4}>
        {() => (reply ? <Fields reply={reply} form={form} onChange={change} /> : null)}
      </StateView>
    </OperationDialog>
  );
}

function emptyForm(reply: WireTargets | undefined): ReturnForm {
  const targetId = reply && firstTarget(reply);
  return { ...(targetId && { targetId }), scope: 'BRANCH_ONLY', mode: reply?.mode ?? 'STEPWISE', reason: '', defects: [] };
}

interface FieldsProps {
  readonly reply: WireTargets;
  readonly form: ReturnForm;
  readonly onChange: (part: Partial<ReturnForm>) => void;
}

function Fields({ reply, form, onChange }: FieldsProps): ReactNode {
  const text = useText('rework');
  const target = reply.targets.find((one) => targetKey(one) === form.targetId);
  return (
    <div className="fs-rework-fields">
      <TargetChoice reply={reply} value={form.targetId} onChange={(targetId) => onChange({ targetId })} />
      {target?.allBranches && reply.afterJoin === 'EITHER' ? (
        <Choice
          label={text('return.scope')}
          value={form.scope}
          onChange={(scope) => onChange({ scope })}
          prefix="return.scope"
          values={['BRANCH_ONLY', 'ALL']}
        />
      ) : null}
      {reply.isModeChosen ? (
        <Choice
          label={text('return.mode')}
          value={form.mode}
          onChange={(mode) => onChange({ mode })}
          prefix="mode"
          values={['STEPWISE', 'DIRECT']}
        />
      ) : null}
      <label htmlFor="fs-return-reason">{text('return.reason')}</label>
      <Input.TextArea
        id="fs-return-reason"
        rows={2}
        maxLength={2000}
        value={form.reason}
        onChange={(event) => onChange({ reason: event.target.value })}
      />
      <DefectEditor defects={form.defects} onChange={(defects) => onChange({ defects })} />
      {reply.roundsLeft === undefined ? null : <p className="fs-secondary">{text('return.roundsLeft', { n: reply.roundsLeft })}</p>}
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly values: readonly T[];
  /** Texts are `<prefix>.<value>`. */
  readonly prefix: string;
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, values, prefix, onChange }: ChoiceProps<T>): ReactNode {
  const text = useText('rework');
  return (
    <fieldset className="fs-rework-choice">
      <legend>{label}</legend>
      <Radio.Group value={value} onChange={(event) => onChange(event.target.value as T)}>
        {values.map((one) => (
          <Radio key={one} value={one}>
            {text(`${prefix}.${one}`)}
          </Radio>
        ))}
      </Radio.Group>
    </fieldset>
  );
}
