import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { type BatchActProps, useText, type WireTask } from '@fashen/ui';
import { BatchDialog } from './BatchDialog';

/** Agrees to the chosen tasks. The dialog keeps those that were chosen when it was opened. */
export function BatchAct({ tasks, onDone }: BatchActProps): ReactNode {
  const text = useText('case-control');
  const [chosen, setChosen] = useState<readonly WireTask[]>();
  const close = (hasRun: boolean): void => {
    setChosen(undefined);
    if (hasRun) onDone();
  };
  return (
    <>
      <Button type="primary" disabled={tasks.length === 0} onClick={() => setChosen(tasks)}>
        {text('batch.open')}
      </Button>
      {chosen ? <BatchDialog tasks={chosen} onClose={close} /> : null}
    </>
  );
}
