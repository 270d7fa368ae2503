import { Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { type CaseActionProps, OperationDialog, useOperation, useText, type WireCase } from '@fashen/ui';
import type { JumpBody } from '../model';
import { ReasonDialog } from './ReasonDialogs';
import { useRework, type WireRework } from './rework-requests';

/** Takes the whole application back. */
export function WithdrawDialog({ caseId, view, onClose }: CaseActionProps): ReactNode {
  const path = `/cases/${caseId}/withdrawal`;
  return <ReasonDialog path={path} words="withdraw" isDanger nameOf={namesOf(view)} onDone={onClose} onClose={onClose} />;
}

/** Leads the case on at another step. */
export function JumpDialog({ caseId, view, onClose }: CaseActionProps): ReactNode {
  const { data } = useRework(caseId);
  return data ? <JumpForm view={view} rework={data} onClose={onClose} /> : null;
}

interface JumpDialogProps {
  readonly view: WireCase;
  readonly rework: WireRework;
  readonly onClose: () => void;
}

function JumpForm({ view, rework, onClose }: JumpDialogProps): ReactNode {
  const text = useText('rework');
  const operation = useOperation<JumpBody>(`/cases/${view.instance.id}/jump`);
  const [form, setForm] = useState<JumpBody>(() => firstJump(view, rework));
  const change = (part: Partial<JumpBody>): void => {
    setForm((before) => ({ ...before, ...part }));
    operation.forget();
  };
  const isWhole = [form.executionId, form.nodeId, form.reason.trim()].every((one) => one !== '');
  return (
    <OperationDialog
      title={text('jump.title')}
      operation={operation}
      body={isWhole ? { ...form, reason: form.reason.trim() } : undefined}
      missing={text('jump.missing')}
      isDanger
      nameOf={namesOf(view)}
      onDone={onClose}
      onClose={onClose}
    >
      {rework.proposals.length > 0 ? <p>{text('jump.proposed')}</p> : null}
      <JumpFields view={view} rework={rework} form={form} onChange={change} />
    </OperationDialog>
  );
}

/** What waits for a second person, or the first step that waits. */
function firstJump({ instance }: WireCase, { proposals }: WireRework): JumpBody {
  const [proposal] = proposals;
  if (proposal) return { executionId: proposal.executionId, nodeId: proposal.nodeId, reason: proposal.reason };
  return { executionId: instance.waiting[0]?.executionId ?? '', nodeId: '', reason: '' };
}

interface JumpFieldsProps extends Omit<JumpDialogProps, 'onClose'> {
  readonly form: JumpBody;
  readonly onChange: (part: Partial<JumpBody>) => void;
}

function JumpFields({ view, rework, form, onChange }: JumpFieldsProps): ReactNode {
  const text = useText('rework');
  const steps = (rework.jumpTargets ?? []).map(({ nodeId, nodeName }) => ({ value: nodeId, label: nodeName }));
  const nameOf = (nodeId: string): string => steps.find(({ value }) => value === nodeId)?.label ?? nodeId;
  const froms = view.instance.waiting.map(({ executionId, nodeId }) => ({ value: executionId, label: nameOf(nodeId) }));
  return (
    <div className="fs-rework-fields">
      <label htmlFor="fs-jump-from">{text('jump.from')}</label>
      <Select id="fs-jump-from" value={form.executionId} options={froms} onChange={(executionId: string) => onChange({ executionId })} />
      <label htmlFor="fs-jump-to">{text('jump.to')}</label>
      <Select
        id="fs-jump-to"
        showSearch
        optionFilterProp="label"
        {...(form.nodeId !== '' && { value: form.nodeId })}
        options={steps}
        onChange={(nodeId: string) => onChange({ nodeId })}
      />
      <label htmlFor="fs-jump-reason">{text('reason')}</label>
      <Input.TextArea
        id="fs-jump-reason"
        rows={2}
        maxLength={2000}
        value={form.reason}
        onChange={(event) => onChange({ reason: event.target.value })}
      />
    </div>
  );
}

const namesOf =
  ({ tasks }: WireCase) =>
  (personId: string): string =>
    tasks.find(({ assigneeId }) => assigneeId === personId)?.assigneeName ?? personId;
