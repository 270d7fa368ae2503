import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { dayTimeText, usePermission, useSession, useText } from '@fashen/ui';
import { isOver, type RuleReply } from '../model';
import { EndRuleDialog } from './EndRuleDialog';
import { NewRuleDialog } from './NewRuleDialog';
import { useProcessNames } from './use-process-names';

const STATE_TAG = { planned: '', active: ' fs-tag-good', expired: ' fs-tag-quiet', ended: ' fs-tag-quiet' } as const;

/** One rule: who for whom, how, when, about what, and what may be done with it. */
export function RuleCard({ rule, personId }: { readonly rule: RuleReply; readonly personId: string }): ReactNode {
  const text = useText('deputy');
  const { state, mode, fromAt, toAt, reason, endedAt, endReason } = rule;
  const isMine = rule.principalId === personId;
  const title = isMine ? text('line.mine', { name: rule.deputyName }) : text('line.others', { name: rule.principalName });
  return (
    <li className="fs-deputy-rule">
      <div className="fs-deputy-words">
        <p>
          <strong>{title}</strong> <span className={`fs-tag${STATE_TAG[state]}`}>{text(`state.${state}`)}</span>{' '}
          <span className="fs-tag">{text(`mode.${mode}`)}</span>
        </p>
        <p className="fs-secondary">
          <time dateTime={fromAt}>{dayTimeText(fromAt)}</time> – <time dateTime={toAt}>{dayTimeText(toAt)}</time>
          {' · '}
          <Scope rule={rule} />
          {' · '}
          {reason}
        </p>
        {rule.deputyIsAway ? <p className="fs-notice fs-notice-warning">{text('deputyIsAway', { name: rule.deputyName })}</p> : null}
        {endedAt ? <p className="fs-secondary">{text('endedAt', { at: dayTimeText(endedAt), reason: endReason ?? '' })}</p> : null}
      </div>
      {isOver(state) ? null : <Acts rule={rule} isMine={isMine} />}
    </li>
  );
}

function Scope({ rule }: { readonly rule: RuleReply }): ReactNode {
  const text = useText('deputy');
  const kitText = useText('ui');
  const nameOf = useProcessNames();
  const { processes, nodes } = rule.scope;
  const items = [...processes.map((key) => nameOf.get(key) ?? key), ...nodes];
  return items.length === 0 ? text('scope.all') : text('scope.some', { items: items.join(kitText('listMark')) });
}

function Acts({ rule, isMine }: { readonly rule: RuleReply; readonly isMine: boolean }): ReactNode {
  const text = useText('deputy');
  const { acting, actFor, person } = useSession();
  const mayManage = usePermission('deputy.manage');
  const [open, setOpen] = useState<'end' | 'change'>();
  const close = (): void => setOpen(undefined);
  if (acting) return null;
  const { principalId, principalName: name } = rule;
  if (!isMine && rule.deputyId === person.id && rule.state === 'active')
    return <Button onClick={() => actFor({ personId: principalId, name }, '/inbox')}>{text('forOther', { name })}</Button>;
  if (principalId !== person.id && !mayManage) return null;
  return (
    <div className="fs-deputy-acts">
      <Button onClick={() => setOpen('change')}>{text('change')}</Button>
      <Button danger onClick={() => setOpen('end')}>
        {text('end')}
      </Button>
      {open === 'end' ? <EndRuleDialog rule={rule} onClose={close} /> : null}
      {open === 'change' ? <NewRuleDialog principalId={principalId} replaced={rule} onAdded={close} onClose={close} /> : null}
    </div>
  );
}
