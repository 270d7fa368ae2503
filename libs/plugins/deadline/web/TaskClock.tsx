import type { ReactNode } from 'react';
import { StateView, useText } from '@fashen/ui';
import { ClockExplanation } from './ClockExplanation';
import { clockOfTask } from './explain.rules';
import { type LitTask, useCaseClocks } from './requests';

/** Why a task is due on its day. */
export function TaskClock({ task }: { readonly task: LitTask }): ReactNode {
  const text = useText('deadline');
  const found = useCaseClocks(task.instanceId);
  const clock = clockOfTask(found.data?.clocks ?? [], task);
  return (
    <StateView state={found} rows={3}>
      {() => (clock ? <ClockExplanation clock={clock} names={found.data?.names ?? {}} /> : <p>{text('noClock')}</p>)}
    </StateView>
  );
}
