import './deputy.css';
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { EmptyView, PageHead, PersonPicker, StateView, usePermission, useSession, useText } from '@fashen/ui';
import { isOver, type NewRuleReply, type RuleReply } from '../model';
import { useRules } from './deputy-requests';
import { NewRuleDialog } from './NewRuleDialog';
import { OpenTasksDialog } from './OpenTasksDialog';
import { RuleCard } from './RuleCard';

/** Who does one's tasks while one is away, whose tasks one may do, and what is over. */
export function DeputiesPage(): ReactNode {
  const text = useText('deputy');
  const { acting, person } = useSession();
  const [personId, setPersonId] = useState(person.id);
  const [isAdding, setIsAdding] = useState(false);
  const [added, setAdded] = useState<NewRuleReply>();
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setIsAdding(true)}>
      {text('add')}
    </Button>
  );
  const done = (reply: NewRuleReply): void => {
    setIsAdding(false);
    setAdded(reply);
  };
  return (
    <div className="fs-page fs-deputies">
      <PageHead title={text('title')} note={text('note')} actions={acting ? undefined : add} />
      {acting ? <p className="fs-notice fs-notice-warning">{text('acting.ownOnly')}</p> : null}
      <OthersChoice personId={personId} onChange={(id) => setPersonId(id ?? person.id)} />
      <RuleLists key={personId} personId={personId} />
      {isAdding ? <NewRuleDialog principalId={personId} onAdded={done} onClose={() => setIsAdding(false)} /> : null}
      {added ? <OpenTasksDialog added={added} onClose={() => setAdded(undefined)} /> : null}
    </div>
  );
}

/** Who manages deputies looks after those of others too. */
function OthersChoice(props: { readonly personId: string; readonly onChange: (personId: string | undefined) => void }): ReactNode {
  const text = useText('deputy');
  const { person } = useSession();
  const mayManage = usePermission('deputy.manage');
  if (!mayManage) return null;
  const chosen = props.personId === person.id ? undefined : props.personId;
  return (
    <div className="fs-paper fs-deputy-choice">
      <label htmlFor="fs-deputy-of">{text('of')}</label>
      <PersonPicker id="fs-deputy-of" value={chosen} onChange={props.onChange} without={[person.id]} />
    </div>
  );
}

function RuleLists({ personId }: { readonly personId: string }): ReactNode {
  const rules = useRules(personId);
  const found = rules.data?.items ?? [];
  const open = found.filter((rule) => !isOver(rule.state));
  return (
    <StateView state={rules} rows={6}>
      {() => (
        <>
          <RuleList kind="mine" rules={open.filter((rule) => rule.principalId === personId)} personId={personId} />
          <RuleList kind="others" rules={open.filter((rule) => rule.deputyId === personId)} personId={personId} />
          <RuleList kind="history" rules={found.filter((rule) => isOver(rule.state))} personId={personId} />
        </>
      )}
    </StateView>
  );
}

function RuleList(props: {
  readonly kind: 'mine' | 'others' | 'history';
  readonly rules: readonly RuleReply[];
  readonly personId: string;
}): ReactNode {
  const { kind, rules, personId } = props;
  const text = useText('deputy');
  if (kind === 'history' && rules.length === 0) return null;
  return (
    <section className="fs-paper fs-deputy-list" aria-labelledby={`fs-deputy-${kind}`}>
      <h2 id={`fs-deputy-${kind}`}>{text(kind)}</h2>
      {rules.length === 0 ? <EmptyView>{text(`none.${kind}`)}</EmptyView> : null}
      <ul>
        {rules.map((rule) => (
          <RuleCard key={rule.id} rule={rule} personId={personId} />
        ))}
      </ul>
    </section>
  );
}
