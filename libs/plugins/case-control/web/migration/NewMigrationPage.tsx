import './migration.css';
import { Button, Input, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { PageHead, StateView, SubmitFailure, useText } from '@fashen/ui';
import { MappingTable } from './MappingTable';
import { type NewPlan, useMapping, usePlan, useProcessNames, useVersionCases, type WireMapping } from './migration-requests';
import { type Choices, nodesOf } from './plan.rules';

type Between = Omit<NewPlan, 'nodes' | 'reason'>;

/** Plans a migration: process and versions, what stands for what, and why; then every running case is looked at. Nothing moves yet. */
export function NewMigrationPage(): ReactNode {
  const text = useText('case-control');
  const [search] = useSearchParams();
  const between = betweenOf(search);
  const mapping = useMapping(between);
  return (
    <div className="fs-page fs-migration">
      <PageHead title={text('migration.plan')} note={<Link to="/migrations">{text('migration.back')}</Link>} />
      <section className="fs-paper" aria-label={text('migration.part.versions')}>
        <h2>{text('migration.part.versions')}</h2>
        <VersionChoice />
        {between ? null : <p className="fs-secondary">{text(isSame(search) ? 'migration.sameVersion' : 'migration.chooseFirst')}</p>}
      </section>
      {between ? (
        <StateView state={mapping}>
          {() => (mapping.data ? <Plan key={JSON.stringify(between)} between={between} mapping={mapping.data} /> : null)}
        </StateView>
      ) : null}
    </div>
  );
}

/** Both sides name the same version, between which nothing can move. */
function isSame(search: URLSearchParams): boolean {
  return search.get('from') !== null && search.get('from') === search.get('to');
}

function betweenOf(search: URLSearchParams): Between | undefined {
  const processKey = search.get('process');
  const [fromVersion, toVersion] = [Number(search.get('from')), Number(search.get('to'))];
  if (!processKey || !fromVersion || !toVersion || fromVersion === toVersion) return undefined;
  return { processKey, fromVersion, toVersion };
}

function VersionChoice(): ReactNode {
  const text = useText('case-control');
  const [search, setSearch] = useSearchParams();
  const processKey = search.get('process') ?? undefined;
  const processes = useProcessNames();
  const versions = useVersionCases(processKey);
  const set = (entries: Readonly<Record<string, string>>): void =>
    setSearch({ ...Object.fromEntries(search), ...entries }, { replace: true });
  const options = (versions.data ?? []).map(({ version, running }) => ({
    value: String(version),
    label: text('migration.versionOption', { version, n: running }),
  }));
  return (
    <div className="fs-migration-versions">
      <label htmlFor="fs-migration-process">{text('migration.process')}</label>
      <Select
        id="fs-migration-process"
        value={processKey}
        placeholder={text('migration.chooseProcess')}
        options={(processes.data ?? []).map(({ key, name }) => ({ value: key, label: name }))}
        onChange={(key) => setSearch({ process: key }, { replace: true })}
      />
      {(['from', 'to'] as const).map((side) => (
        <span key={side}>
          <label htmlFor={`fs-migration-${side}`}>{text(`migration.${side}`)}</label>
          <Select
            id={`fs-migration-${side}`}
            value={search.get(side) ?? undefined}
            placeholder={text('migration.chooseVersion')}
            options={options}
            disabled={!versions.data}
            onChange={(version) => set({ [side]: version })}
          />
        </span>
      ))}
    </div>
  );
}

function Plan({ between, mapping }: { readonly between: Between; readonly mapping: WireMapping }): ReactNode {
  const text = useText('case-control');
  const navigate = useNavigate();
  const plan = usePlan();
  const [choices, setChoices] = useState<Choices>({});
  const [reason, setReason] = useState('');
  const send = (): void =>
    plan.mutate(
      { ...between, nodes: nodesOf(mapping, choices), reason: reason.trim() },
      { onSuccess: ({ id }) => void navigate(`/migrations/${id}`) },
    );
  return (
    <>
      <section className="fs-paper" aria-label={text('migration.part.mapping')}>
        <h2>{text('migration.part.mapping')}</h2>
        <MappingTable
          mapping={mapping}
          choices={choices}
          onChoose={(nodeId, target) => setChoices((known) => ({ ...known, [nodeId]: target }))}
        />
      </section>
      <section className="fs-paper" aria-label={text('migration.part.check')}>
        <h2>{text('migration.part.check')}</h2>
        <p>{text('migration.checkNote', { n: mapping.running })}</p>
        <label htmlFor="fs-migration-reason">{text('reason')}</label>
        <Input.TextArea
          id="fs-migration-reason"
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {reason.trim() === '' ? <p className="fs-secondary">{text('reason.missing')}</p> : null}
        <SubmitFailure error={plan.error} />
        <p>
          <Button type="primary" disabled={reason.trim() === ''} loading={plan.isPending} onClick={send}>
            {text('migration.check')}
          </Button>
        </p>
      </section>
    </>
  );
}
