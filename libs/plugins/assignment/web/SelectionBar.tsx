import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type ReactNode, Suspense } from 'react';
import { usePart, useText } from '@fashen/ui';
import { refreshTasks } from './task-requests';
import type { TaskSelection } from './use-selection';

/** What can be done with all chosen rows. Stands above the list while rows are being chosen. */
export function SelectionBar({ selection }: { readonly selection: TaskSelection }): ReactNode {
  const text = useText('assignment');
  const queries = useQueryClient();
  const BatchAct = usePart('batchAct');
  if (!selection.isOn || !BatchAct) return null;
  const done = (): void => {
    selection.stop();
    refreshTasks(queries);
  };
  return (
    <div className="fs-selection-bar" role="toolbar" aria-label={text('selection.title')}>
      <span role="status">{text('selection.count', { n: selection.tasks.length })}</span>
      <Suspense fallback={null}>
        <BatchAct tasks={selection.tasks} onDone={done} />
      </Suspense>
      <Button type="link" onClick={selection.chooseAll}>
        {text('selection.all')}
      </Button>
      <Button type="link" onClick={selection.stop}>
        {text('selection.stop')}
      </Button>
    </div>
  );
}
