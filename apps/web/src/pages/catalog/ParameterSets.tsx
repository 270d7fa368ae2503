import { Button, Table, type TableColumnsType } from 'antd';
import { type ReactNode, useState } from 'react';
import { dayText, EmptyView, StateView, usePermission, useText } from '@fashen/ui';
import { ActivationDialog } from './ActivationDialog';
import { ParameterForm } from './ParameterForm';
import { type ParameterField, type ParameterSetsReply, type ParameterVersion, useParameterSets } from './requests';
import { useFigureText } from './use-figure-text';

/** The parameter sets side by side, with the one in force; figures are changed and sets put into force from here. */
export function ParameterSets(): ReactNode {
  const text = useText('catalog');
  const sets = useParameterSets();
  const empty = sets.data?.items.length === 0 ? <EmptyView>{text('sets.none')}</EmptyView> : undefined;
  return (
    <StateView state={sets} rows={8} empty={empty}>
      {() => (sets.data ? <SetsTable reply={sets.data} /> : null)}
    </StateView>
  );
}

function SetsTable({ reply }: { readonly reply: ParameterSetsReply }): ReactNode {
  const text = useText('catalog');
  const figures = useFigureText();
  const [edited, setEdited] = useState<ParameterVersion>();
  const [activated, setActivated] = useState<ParameterVersion>();
  const columns: TableColumnsType<ParameterField> = [
    { title: text('sets.figure'), className: 'fs-figure-name', width: 230, render: (_value, field) => figures.label(field) },
    ...reply.items.map((set) => ({
      key: set.code,
      className: set.code === reply.activeCode ? 'fs-set-active' : '',
      title: (
        <SetHead set={set} isActive={set.code === reply.activeCode} onEdit={() => setEdited(set)} onActivate={() => setActivated(set)} />
      ),
      render: (_value: unknown, field: ParameterField) => figures.value(field, set.values[field.name]),
    })),
  ];
  return (
    <>
      <p className="fs-secondary fs-sets-note">{text('sets.note')}</p>
      <div className="fs-paper fs-table fs-sets" role="region" aria-label={text('list.parameters')} tabIndex={0}>
        <Table<ParameterField>
          dataSource={[...reply.fields]}
          rowKey={(field) => field.name}
          pagination={false}
          size="small"
          columns={columns}
        />
      </div>
      {edited ? <ParameterForm key={edited.id} set={edited} fields={reply.fields} onClose={() => setEdited(undefined)} /> : null}
      {activated ? <ActivationDialog set={activated} onClose={() => setActivated(undefined)} /> : null}
    </>
  );
}

function SetHead(props: {
  readonly set: ParameterVersion;
  readonly isActive: boolean;
  readonly onEdit: () => void;
  readonly onActivate: () => void;
}): ReactNode {
  const text = useText('catalog');
  const mayPublish = usePermission('rule.publish');
  const { set, isActive } = props;
  return (
    <div className="fs-set-head">
      <strong>{set.name}</strong>
      <span className="fs-secondary">
        {set.code} · {text('versionOf', { version: set.version })} · {dayText(set.publishedAt)}
      </span>
      <span className="fs-chips">
        {isActive ? <span className="fs-tag fs-tag-good">{text('sets.active')}</span> : null}
        {mayPublish ? (
          <Button size="small" onClick={props.onEdit} aria-label={text('sets.editOf', { name: set.name })}>
            {text('sets.edit')}
          </Button>
        ) : null}
        {mayPublish && !isActive ? (
          <Button size="small" onClick={props.onActivate} aria-label={text('sets.activateOf', { name: set.name })}>
            {text('sets.activate')}
          </Button>
        ) : null}
      </span>
    </div>
  );
}
