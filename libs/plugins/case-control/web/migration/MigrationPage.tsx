import './migration.css';
import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { dayTimeText, PageHead, PersonName, StateView, SubmitFailure, useConfirmAct, useText } from '@fashen/ui';
import { CountWords } from './CountWords';
import { MigrationItems } from './MigrationItems';
import { isRunning, useMigration, useMigrationJob, useProcessNames, type WireMigration } from './migration-requests';
import { shareDone } from './progress.rules';

/** One migration: how far it is, what became of each case, and what can be done next. */
export function MigrationPage(): ReactNode {
  const { migrationId = '' } = useParams();
  const migration = useMigration(migrationId);
  return (
    <div className="fs-page fs-migration">
      <StateView state={migration}>{() => (migration.data ? <Shown migration={migration.data} /> : null)}</StateView>
    </div>
  );
}

function Shown({ migration }: { readonly migration: WireMigration }): ReactNode {
  const text = useText('case-control');
  const processes = useProcessNames();
  const { processKey, fromVersion, toVersion, counts, state } = migration;
  const process = processes.data?.find(({ key }) => key === processKey)?.name ?? processKey;
  return (
    <>
      <PageHead
        title={text('migration.title', { process, from: fromVersion, to: toVersion })}
        note={<Link to="/migrations">{text('migration.back')}</Link>}
      />
      <section className="fs-paper" aria-label={text('migration.state')}>
        <div role="status">
          <h2>{text(`migration.state.${state}`)}</h2>
        </div>
        {isRunning(state) ? <Progress percent={shareDone(migration)} aria-label={text('migration.progress')} /> : null}
        <p>
          <CountWords counts={counts} />
        </p>
        <p className="fs-secondary">
          <PersonName id={migration.plannedBy} name={migration.plannedByName} /> {dayTimeText(new Date(migration.plannedAt).toISOString())}{' '}
          {migration.reason}
        </p>
        {counts.MISFIT && !isRunning(state) ? <p className="fs-secondary">{text('migration.misfits', { n: counts.MISFIT })}</p> : null}
        <NextJobs migration={migration} />
      </section>
      <MigrationItems migration={migration} />
    </>
  );
}

/** What can be done now. Only moving cases is asked about once more. */
function NextJobs({ migration }: { readonly migration: WireMigration }): ReactNode {
  const text = useText('case-control');
  const confirmAct = useConfirmAct();
  const { id, state, counts, toVersion } = migration;
  const job = useMigrationJob(id);
  const { FITS: fits = 0, FAILED: failed = 0 } = counts;
  const isSent = (name: typeof job.variables): boolean => job.isPending && job.variables === name;
  const execute = async (): Promise<void> => {
    const act = text('migration.execute', { n: fits });
    if (await confirmAct({ act, consequence: text('migration.consequence', { n: fits, to: toVersion }) })) job.mutate('execution');
  };
  if (isRunning(state)) return null;
  return (
    <div className="fs-migration-jobs">
      {state === 'CHECKED' && fits > 0 ? (
        <Button type="primary" loading={isSent('execution')} disabled={job.isPending} onClick={() => void execute()}>
          {text('migration.execute', { n: fits })}
        </Button>
      ) : null}
      {state === 'PLANNED' || state === 'CHECKED' ? (
        <Button loading={isSent('check')} disabled={job.isPending} onClick={() => job.mutate('check')}>
          {text('migration.checkAgain')}
        </Button>
      ) : null}
      {failed > 0 && state !== 'PLANNED' ? (
        <Button loading={isSent('retry')} disabled={job.isPending} onClick={() => job.mutate('retry')}>
          {text('migration.retry', { n: failed })}
        </Button>
      ) : null}
      <SubmitFailure error={job.error} />
    </div>
  );
}
