import { Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type CasePartProps, OperationDialog, useOperation, usePermission, useText } from '@fashen/ui';
import type { CaseAction, ReasonBody } from '../model';

/** Where each operation is sent. */
const PATHS: Readonly<Record<CaseAction, string>> = { suspend: 'suspension', resume: 'resumption', terminate: 'termination' };

/** Stops a case, lets it go on, ends it. Each asks for the reason and shows first what will happen. */
export function CaseControls({ caseId, view }: CasePartProps): ReactNode {
  const text = useText('case-control');
  const maySuspend = usePermission('case-control.suspend');
  const mayTerminate = usePermission('case.terminate');
  const [open, setOpen] = useState<CaseAction>();
  const { status } = view.instance;
  const offered: readonly (readonly [CaseAction, boolean])[] = [
    ['suspend', maySuspend && status === 'RUNNING'],
    ['resume', maySuspend && status === 'SUSPENDED'],
    ['terminate', mayTerminate && (status === 'RUNNING' || status === 'SUSPENDED')],
  ];
  const close = (): void => setOpen(undefined);
  return (
    <>
      {offered.map(([action, isOffered]) =>
        isOffered ? (
          <Button key={action} danger={action === 'terminate'} onClick={() => setOpen(action)}>
            {text(`action.${action}`)}
          </Button>
        ) : null,
      )}
      {open ? <ControlDialog caseId={caseId} action={open} view={view} onClose={close} /> : null}
    </>
  );
}

function ControlDialog({
  caseId,
  action,
  view,
  onClose,
}: CasePartProps & { readonly action: CaseAction; readonly onClose: () => void }): ReactNode {
  const text = useText('case-control');
  const operation = useOperation<ReasonBody>(`/cases/${caseId}/${PATHS[action]}`);
  const [reason, setReason] = useState('');
  const names = new Map(
    view.tasks.flatMap(({ assigneeId, assigneeName }) => (assigneeId && assigneeName ? [[assigneeId, assigneeName]] : [])),
  );
  return (
    <OperationDialog
      title={text(`action.${action}`)}
      operation={operation}
      body={reason.trim() === '' ? undefined : { reason: reason.trim() }}
      missing={text('reason.missing')}
      isDanger={action === 'terminate'}
      nameOf={(id) => names.get(id) ?? id}
      onDone={onClose}
      onClose={onClose}
    >
      <p>{text(`consequence.${action}`)}</p>
      <label htmlFor="fs-control-reason">{text('reason')}</label>
      <Input.TextArea
        id="fs-control-reason"
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
          operation.forget();
        }}
      />
    </OperationDialog>
  );
}
