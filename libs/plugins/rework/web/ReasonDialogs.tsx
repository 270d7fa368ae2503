import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { OperationDialog, type TaskActionProps, useOperation, useText } from '@fashen/ui';
import type { ReasonBody } from '../model';

/** 拿回: takes back what one did. */
export function TakeBackDialog(props: TaskActionProps): ReactNode {
  return <ReasonDialog {...props} path={`/tasks/${props.task.id}/taking-back`} words="takeBack" />;
}

/** 不予通过: ends the case. */
export function RejectDialog(props: TaskActionProps): ReactNode {
  return <ReasonDialog {...props} path={`/tasks/${props.task.id}/rejection`} words="reject" isDanger />;
}

/** What an operation needs that asks for nothing but a reason. */
export interface ReasonDialogProps {
  readonly path: string;
  /** Start of its text keys: `<words>.title` and `<words>.consequence`. */
  readonly words: string;
  readonly isDanger?: boolean;
  readonly nameOf?: (personId: string) => string;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** An operation that asks for nothing but a reason. */
export function ReasonDialog({ path, words, isDanger = false, nameOf, onDone, onClose }: ReasonDialogProps): ReactNode {
  const text = useText('rework');
  const operation = useOperation<ReasonBody>(path);
  const [reason, setReason] = useState('');
  const body = reason.trim() === '' ? undefined : { reason: reason.trim() };
  return (
    <OperationDialog
      title={text(`${words}.title`)}
      operation={operation}
      body={body}
      missing={text('reason.missing')}
      isDanger={isDanger}
      {...(nameOf && { nameOf })}
      onDone={onDone}
      onClose={onClose}
    >
      <p>{text(`${words}.consequence`)}</p>
      <label htmlFor="fs-rework-reason">{text('reason')}</label>
      <Input.TextArea
        id="fs-rework-reason"
        rows={3}
        maxLength={2000}
        value={reason}
        onChange={(event) => {
          setReason(event.target.value);
          operation.forget();
        }}
      />
    </OperationDialog>
  );
}
