import { Button, Input, Select, Tooltip } from 'antd';
import { type ReactNode, useState } from 'react';
import {
  ApiError,
  type CasePartProps,
  OperationDialog,
  useErrorText,
  useOperation,
  usePermission,
  useText,
  type WireCase,
} from '@fashen/ui';
import type { JumpBody } from '../model';
import { ReasonDialog } from './ReasonDialogs';
import { useRework, type WireRework } from './rework-requests';

/** Operations on a case as a whole: withdraw and jump. */
export function CaseActions({ caseId, view }: CasePartProps): ReactNode {
  const { data } = useRework(caseId);
  const mayJump = usePermission('rework.jump') && view.instance.status === 'RUNNING';
  return (
    <>
      {data?.withdrawal ? <Withdraw caseId={caseId} view={view} withdrawal={data.withdrawal} /> : null}
      {mayJump && data ? <Jump view={view} rework={data} /> : null}
    </>
  );
}

function Withdraw(props: CasePartProps & { readonly withdrawal: NonNullable<WireRework['withdrawal']> }): ReactNode {
  const { caseId, view, withdrawal } = props;
  const text = useText('rework');
  const errorText = useErrorText();
  const [isOpen, setIsOpen] = useState(false);
  const reason = withdrawal.reason === undefined ? undefined : errorText(new ApiError(409, withdrawal.reason));
  const close = (): void => setIsOpen(false);
  return (
    <>
      <Tooltip title={reason}>
        <Button disabled={reason !== undefined} onClick={() => setIsOpen(true)}>
          {text('withdraw')}
        </Button>
      </Tooltip>
      {isOpen ? (
        <ReasonDialog
          path={`/cases/${caseId}/withdrawal`}
          words="withdraw"
          isDanger
          nameOf={namesOf(view)}
          onDone={close}
          onClose={close}
        />
      ) : null}
    </>
  );
}

function Jump({ view, rework }: { readonly view: WireCase; readonly rework: WireRework }): ReactNode {
  const text = useText('rework');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setIsOpen(true)}>{text('jump')}</Button>
      {isOpen ? <JumpDialog view={view} rework={rework} onClose={() => setIsOpen(false)} /> : null}
    </>
  );
}

interface JumpDialogProps {
  readonly view: WireCase;
  readonly rework: WireRework;
  readonly onClose: () => void;
}

function JumpDialog({ view, rework, onClose }: JumpDialogProps): ReactNode {
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
