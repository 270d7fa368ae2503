import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App, Input, InputNumber, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { SubmitFailure, useAttempt, useSession, useText } from '@fashen/ui';
import { type Period, type PeriodsBody, type PeriodVersion } from '../model';
import { type EditedPeriod, editedOf, periodOf, wrongFields } from './edited-period.rules';
import { ExtensionFields } from './ExtensionFields';

const UNITS = ['workingDays', 'days', 'months', 'hours'] as const;

/** Changes one period and publishes the table as a new version. */
export function EditPeriodDialog(props: {
  readonly table: PeriodVersion;
  readonly period: Period;
  readonly onClose: () => void;
}): ReactNode {
  const { table, period, onClose } = props;
  const text = useText('deadline');
  const [edited, setEdited] = useState(editedOf(period));
  const [reason, setReason] = useState('');
  const publish = usePeriodPublication(onClose);
  const next = periodOf(period, edited);
  const words = reason.trim();
  const send = (): void => {
    if (!next) return;
    const periods = table.periods.map((one) => (one.key === next.key ? next : one));
    publish.mutate({ table: { periods }, reason: words, basedOn: table.version });
  };
  return (
    <Modal
      open
      title={text('periods.editOf', { name: period.name })}
      okText={text('periods.publish', { version: table.version + 1 })}
      okButtonProps={{ disabled: !next || words === '', loading: publish.isPending }}
      onOk={send}
      onCancel={onClose}
      destroyOnHidden
    >
      <p className="fs-secondary">{text('periods.consequence')}</p>
      <Fields edited={edited} wrong={wrongFields(period, edited)} change={(part) => setEdited((before) => ({ ...before, ...part }))} />
      <label htmlFor="fs-period-reason">{text('versions.reason')}</label>
      <Input.TextArea id="fs-period-reason" rows={2} maxLength={2_000} value={reason} onChange={({ target }) => setReason(target.value)} />
      {next && words !== '' ? null : <p className="fs-secondary">{text(next ? 'periods.missingReason' : 'periods.missing')}</p>}
      <SubmitFailure error={publish.error} onStale={onClose} />
    </Modal>
  );
}

function Fields(props: {
  readonly edited: EditedPeriod;
  readonly wrong: ReadonlySet<string>;
  readonly change: (part: Partial<EditedPeriod>) => void;
}): ReactNode {
  const { edited, wrong, change } = props;
  const text = useText('deadline');
  const problem = (field: string): ReactNode =>
    wrong.has(field) ? (
      <div role="alert" className="fs-problem">
        {text(`periods.wrong.${field}`)}
      </div>
    ) : null;
  const line = (name: 'name' | 'source' | 'article' | 'remind', label: string, help?: string): ReactNode => (
    <div>
      <label htmlFor={`fs-period-${name}`}>{label}</label>
      <Input
        id={`fs-period-${name}`}
        value={edited[name]}
        status={wrong.has(name) ? 'error' : ''}
        onChange={({ target }) => change({ [name]: target.value })}
      />
      {problem(name)}
      {help ? <span className="fs-secondary">{help}</span> : null}
    </div>
  );
  return (
    <div className="fs-period-fields">
      {line('name', text('periods.name'))}
      <div>
        <label htmlFor="fs-period-amount">{text('periods.amount')}</label>
        <InputNumber
          id="fs-period-amount"
          className="fs-clock-wide"
          min={0}
          max={3_660}
          value={edited.amount}
          onChange={(amount) => change({ amount: amount ?? 0 })}
        />
      </div>
      <div>
        <label htmlFor="fs-period-unit">{text('periods.unit')}</label>
        <Select
          id="fs-period-unit"
          className="fs-clock-wide"
          value={edited.unit}
          options={UNITS.map((value) => ({ value, label: text(`unit.${value}`) }))}
          onChange={(unit: Period['unit']) => change({ unit })}
        />
      </div>
      {line('source', text('periods.source'))}
      {line('article', text('periods.article'))}
      {line('remind', text('periods.remind'), text('periods.remindHelp'))}
      <ExtensionFields extensions={edited.extensions} unit={edited.unit} change={(extensions) => change({ extensions })} />
      {problem('extensions')}
    </div>
  );
}

function usePeriodPublication(onDone: () => void) {
  const text = useText('deadline');
  const { api } = useSession();
  const { notification } = App.useApp();
  const queries = useQueryClient();
  const attempt = useAttempt();
  return useMutation({
    mutationFn: (body: PeriodsBody) => api.post<PeriodVersion>('/clocks/periods/publication', body, attempt.keyFor(body)),
    onSuccess: async ({ version }) => {
      attempt.done();
      await queries.invalidateQueries();
      notification.success({ title: text('periods.published', { version }) });
      onDone();
    },
  });
}
