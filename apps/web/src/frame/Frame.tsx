import { MenuOutlined } from '@ant-design/icons';
import { Button, Drawer, Layout } from 'antd';
import { type ReactNode, Suspense, useState } from 'react';
import { Outlet, ScrollRestoration } from 'react-router';
import { LoadingView, useIsNarrow, usePart, useText } from '@fashen/ui';
import { CaseSearch } from './CaseSearch';
import { Navigation } from './Navigation';
import { ShortcutHelp } from './ShortcutHelp';
import { TopBar } from './TopBar';
import { useFocusBack } from './use-focus-back';
import { useFrameKeys } from './use-frame-keys';

const COLLAPSED_KEY = 'fashen.navigationCollapsed';

/** Left navigation, top bar and the page. The first stop of the Tab key leads to the page. */
export function Frame(): ReactNode {
  const text = useText('web');
  const isNarrow = useIsNarrow(900);
  const ActingBanner = usePart('actingBanner');
  const [collapsed, setCollapsed] = useState(() => localStorage.getItem(COLLAPSED_KEY) === 'yes');
  const [drawerOpen, setDrawerOpen] = useState(false);
  const [searchOpen, setSearchOpen] = useState(false);
  const [helpOpen, setHelpOpen] = useState(false);
  useFocusBack();
  useFrameKeys(() => setHelpOpen(true));
  const collapse = (next: boolean): void => {
    localStorage.setItem(COLLAPSED_KEY, next ? 'yes' : 'no');
    setCollapsed(next);
  };

  return (
    <Layout className="fs-frame">
      <a className="fs-skip" href="#main">
        {text('frame.skip')}
      </a>
      {isNarrow ? null : (
        <Layout.Sider collapsible collapsed={collapsed} trigger={null} width={184} collapsedWidth={56} className="fs-sider fs-no-print">
          <Navigation collapsed={collapsed} onCollapse={collapse} />
        </Layout.Sider>
      )}
      <Layout className="fs-body">
        <TopBar
          onSearch={() => setSearchOpen(true)}
          onHelp={() => setHelpOpen(true)}
          menu={
            isNarrow ? (
              <Button type="text" icon={<MenuOutlined />} aria-label={text('frame.openMenu')} onClick={() => setDrawerOpen(true)} />
            ) : undefined
          }
        />
        {ActingBanner ? <ActingBanner /> : null}
        <main id="main" tabIndex={-1} className="fs-main">
          <Suspense fallback={<LoadingView />}>
            <Outlet />
          </Suspense>
        </main>
      </Layout>
      <Drawer
        open={drawerOpen && isNarrow}
        onClose={() => setDrawerOpen(false)}
        placement="left"
        size={240}
        classNames={{ body: 'fs-drawer-menu' }}
      >
        <Navigation collapsed={false} onNavigate={() => setDrawerOpen(false)} />
      </Drawer>
      <CaseSearch open={searchOpen} onOpenChange={setSearchOpen} />
      <ShortcutHelp open={helpOpen} onClose={() => setHelpOpen(false)} />
      <ScrollRestoration />
    </Layout>
  );
}
