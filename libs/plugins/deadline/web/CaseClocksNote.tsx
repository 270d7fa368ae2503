import './deadline.css';
import type { ReactNode } from 'react';
import { type CasePartProps, useText } from '@fashen/ui';
import { ClockExplanation } from './ClockExplanation';
import { ClockLight } from './ClockLight';
import { ExplainedLight } from './ExplainedLight';
import { clocksOfWhole } from './explain.rules';
import { useCaseClocks } from './requests';

/** The clocks of the case as a whole, in its head. */
export function CaseClocksNote({ caseId }: CasePartProps): ReactNode {
  const text = useText('deadline');
  const { data } = useCaseClocks(caseId);
  const clocks = clocksOfWhole(data?.clocks ?? []);
  if (clocks.length === 0) return null;
  return (
    <ul className="fs-clock-note" aria-label={text('title')}>
      {clocks.map((clock) => (
        <li key={clock.id}>
          {clock.name}{' '}
          <ExplainedLight explanation={<ClockExplanation clock={clock} names={data?.names ?? {}} />}>
            <ClockLight clock={clock} />
          </ExplainedLight>
        </li>
      ))}
    </ul>
  );
}
