import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { type CaseActionProps, OperationDialog, useOperation, useText } from '@fashen/ui';
import type { CaseAction, ReasonBody } from '../model';

/** Where each operation is sent. */
const PATHS: Readonly<Record<CaseAction, string>> = { suspend: 'suspension', resume: 'resumption', terminate: 'termination' };

/** Stops a case. */
export function SuspendDialog(props: CaseActionProps): ReactNode {
  return <ControlDialog {...props} action="suspend" />;
}

/** Lets a case go on. */
export function ResumeDialog(props: CaseActionProps): ReactNode {
  return <ControlDialog {...props} action="resume" />;
}

/** Ends a case. */
export function TerminateDialog(props: CaseActionProps): ReactNode {
  return <ControlDialog {...props} action="terminate" />;
}

/** Asks for the reason and shows first what will happen, and whether a second person has to confirm it. */
function ControlDialog({ caseId, action, view, onClose }: CaseActionProps & { readonly action: CaseAction }): ReactNode {
  const text = useText('case-control');
  const operation = useOperation<ReasonBody, { readonly needsSecond: boolean }>(`/cases/${caseId}/${PATHS[action]}`);
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
      {operation.seen?.result.needsSecond ? <p className="fs-notice fs-notice-warning">{text('second.note')}</p> : null}
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
