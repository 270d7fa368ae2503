import { type ReactNode, Suspense } from 'react';
import { dayText, type DeadlineLightProps, lazyComponent, Light, LoadingView, useMinute } from '@fashen/ui';
import { daysLeft } from '../model';
import { StandingLight } from './ClockLight';
import { ExplainedLight } from './ExplainedLight';
import { useOfficeDays, useStanding } from './requests';

const TaskClock = lazyComponent(async () => (await import('./TaskClock')).TaskClock);

/** A light whose days are working days of the bureau's calendar, and which says why it is due on its day. */
export function OfficeDayLight({ dueAt, task, isQuiet = false, isInControl = false }: DeadlineLightProps): ReactNode {
  const standing = useStanding(task, dueAt === undefined);
  const light = dueAt ? <WorkingDays dueAt={dueAt} /> : standing ? <StandingLight {...standing} /> : undefined;
  if (!light) return isQuiet ? null : <Light />;
  if (!task) return light;
  return (
    <ExplainedLight
      isInControl={isInControl}
      explanation={
        <Suspense fallback={<LoadingView rows={3} />}>
          <TaskClock task={task} />
        </Suspense>
      }
    >
      {light}
    </ExplainedLight>
  );
}

function WorkingDays({ dueAt }: { readonly dueAt: string }): ReactNode {
  const now = useMinute();
  const calendar = useOfficeDays();
  const left = calendar && daysLeft(dayText(dueAt), dayText(now), { unit: 'workingDays', calendar });
  return <Light dueAt={dueAt} {...(left !== undefined && { days: left, isWorking: true })} />;
}
