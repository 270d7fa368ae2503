import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ComponentType, ReactNode } from 'react';
import { NavLink } from 'react-router';
import { useSession, useText } from '@fashen/ui';
import { type OwnedPage, pagesFor } from './pages';

/** The pages this person may open, as links. Collapsed it shows icons with their names as tooltips. */
export function Navigation(props: {
  readonly collapsed: boolean;
  readonly onCollapse?: (collapsed: boolean) => void;
  readonly onNavigate?: () => void;
}): ReactNode {
  const text = useText('web');
  const { person } = useSession();
  const { collapsed, onCollapse } = props;
  return (
    <nav className="fs-navigation" aria-label={text('frame.navigation')}>
      <div className="fs-brand">
        <img src="/seal.svg" alt="" width={28} height={28} />
        {collapsed ? null : <span>{text('frame.product')}</span>}
      </div>
      <ul>
        {pagesFor(person.permissions).map((page) =>
          page.navigation ? (
            <li key={page.path}>
              <NavigationLink page={page} icon={page.navigation.icon} textKey={page.navigation.textKey} {...props} />
            </li>
          ) : null,
        )}
      </ul>
      {onCollapse ? (
        <Button
          className="fs-collapse"
          type="text"
          icon={collapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          aria-label={text(collapsed ? 'frame.expand' : 'frame.collapse')}
          aria-expanded={!collapsed}
          onClick={() => onCollapse(!collapsed)}
        />
      ) : null}
    </nav>
  );
}

function NavigationLink(props: {
  readonly page: OwnedPage;
  readonly icon: ComponentType;
  readonly textKey: string;
  readonly collapsed: boolean;
  readonly onNavigate?: () => void;
}): ReactNode {
  const name = useText(props.page.owner)(props.textKey);
  const Icon = props.icon;
  return (
    <Tooltip title={props.collapsed ? name : undefined} placement="right">
      <NavLink to={`/${props.page.path.replace(/\/\*$/, '')}`} end={props.page.path === 'cases/new'} onClick={props.onNavigate}>
        <Icon />
        <span className={props.collapsed ? 'fs-hidden' : undefined}>{name}</span>
      </NavLink>
    </Tooltip>
  );
}
