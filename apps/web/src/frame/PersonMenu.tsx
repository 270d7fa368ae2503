import { DownOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { asApiError, type TextSize, textSizes, useErrorText, useIsNarrow, useLocale, useSession, useText, useTextSize } from '@fashen/ui';
import { otherLanguage } from './LanguageSwitch';

/** What belongs to the signed-in person: roles, account, signing out. On a phone also text size and language, for which its top bar has no room. */
export function PersonMenu(): ReactNode {
  const text = useText('web');
  const roleText = useText('directory');
  const { notification } = App.useApp();
  const errorText = useErrorText();
  const { person, signOut } = useSession();
  const isNarrow = useIsNarrow(700);
  const navigate = useNavigate();
  const { size } = useTextSize();
  const habits = useHabits();
  const leave = (): void => {
    signOut().catch((error: unknown) => notification.error({ title: errorText(asApiError(error)) }));
  };
  const menu: MenuProps = {
    selectedKeys: isNarrow ? [size] : [],
    items: [
      { key: 'roles', type: 'group', label: person.roles.map((role) => roleText(`role.${role}`)).join(' · ') },
      { type: 'divider' },
      ...(isNarrow ? habits : []),
      { key: 'account', label: text('frame.account'), onClick: () => void navigate('/account') },
      { key: 'signOut', label: text('frame.signOut'), onClick: leave },
    ],
  };
  return (
    <Dropdown menu={menu} trigger={['click']}>
      <Button type="text" icon={isNarrow ? undefined : <DownOutlined />} iconPlacement="end">
        {person.name}
      </Button>
    </Dropdown>
  );
}

function useHabits(): NonNullable<MenuProps['items']> {
  const text = useText('web');
  const { setSize } = useTextSize();
  const { locale, setLocale } = useLocale();
  const other = otherLanguage(locale);
  const sizes = Object.keys(textSizes).map((key) => ({
    key,
    label: text(`textSize.${key}`),
    onClick: () => setSize(key as TextSize),
  }));
  return [
    { key: 'sizes', type: 'group', label: text('textSize.label'), children: sizes },
    { type: 'divider' },
    { key: 'language', label: <span lang={other.locale}>{text('frame.switchLanguage')}</span>, onClick: () => setLocale(other.locale) },
  ];
}
