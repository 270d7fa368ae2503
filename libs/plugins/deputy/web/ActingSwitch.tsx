import './deputy.css';
import { UserSwitchOutlined } from '@ant-design/icons';
import { Badge, Button, Dropdown, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import { useIsNarrow, useSession, useText } from '@fashen/ui';
import { usePrincipals } from './deputy-requests';

const ONESELF = '-';

/** Switches to the work of those for whom one may act. Not there for whoever acts for nobody. */
export function ActingSwitch(): ReactNode {
  const text = useText('deputy');
  const { acting, actFor, person } = useSession();
  const principals = usePrincipals();
  const isNarrow = useIsNarrow(900);
  if (principals.length === 0 && !acting) return null;
  const others = principals.map(({ ruleId, personId, name, openTasks }) => ({
    key: ruleId,
    label: text('switch.to', { name, n: openTasks }),
    disabled: personId === acting?.personId,
    onClick: () => actFor({ personId, name }, '/inbox'),
  }));
  const back = { key: ONESELF, label: text('switch.back', { name: person.name }), onClick: () => actFor(undefined, '/inbox') };
  const items: MenuProps['items'] = acting ? [back, { type: 'divider' }, ...others] : others;
  const waiting = acting ? 0 : principals.reduce((sum, { openTasks }) => sum + openTasks, 0);
  const name = acting ? text('forOther', { name: acting.name }) : text('tab');
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button
        type="text"
        aria-label={waiting > 0 ? text('switch.label', { n: waiting }) : name}
        className={acting ? 'fs-acting-button' : undefined}
      >
        <Badge count={waiting} size="small" overflowCount={99}>
          <UserSwitchOutlined />
        </Badge>
        {isNarrow ? null : name}
      </Button>
    </Dropdown>
  );
}
