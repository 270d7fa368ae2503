import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { type ProcessPartProps, usePermission, useText } from '@fashen/ui';
import { useVersionCases } from './migration-requests';

/** Says how many cases still run in older versions of a process, with the way to let them go on in the latest. Draws nothing when there are none. */
export function OldVersionCases({ processKey }: ProcessPartProps): ReactNode {
  const text = useText('case-control');
  const mayMigrate = usePermission('case-control.migrate');
  const versions = useVersionCases(processKey, mayMigrate);
  const [latest, ...older] = versions.data ?? [];
  const waiting = older.filter(({ running }) => running > 0);
  if (!latest || waiting.length === 0) return null;
  const sum = waiting.reduce((total, { running }) => total + running, 0);
  const query = new URLSearchParams({ process: processKey, from: String(waiting[0]?.version), to: String(latest.version) });
  return (
    <p className="fs-notice">
      {text('migration.oldCases', { n: sum })} <Link to={`/migrations/new?${query.toString()}`}>{text('migration.plan')}</Link>
    </p>
  );
}
