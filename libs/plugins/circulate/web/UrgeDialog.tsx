import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { OperationDialog, type TaskActionProps, useOperation, useText } from '@fashen/ui';

/** Asks the holder of a task to hurry. */
export function UrgeDialog({ task, onDone, onClose }: TaskActionProps): ReactNode {
  const text = useText('circulate');
  const operation = useOperation<{ message?: string }>(`/tasks/${task.id}/urging`);
  const [message, setMessage] = useState('');
  const words = message.trim();
  return (
    <OperationDialog
      title={text('urge.title', { step: task.nodeName })}
      operation={operation}
      body={words === '' ? {} : { message: words }}
      onDone={onDone}
      onClose={onClose}
    >
      <p>{text('urge.consequence')}</p>
      <label htmlFor="fs-urge-message">{text('urge.message')}</label>
      <Input.TextArea
        id="fs-urge-message"
        rows={2}
        maxLength={200}
        value={message}
        onChange={(event) => {
          setMessage(event.target.value);
          operation.forget();
        }}
      />
    </OperationDialog>
  );
}
