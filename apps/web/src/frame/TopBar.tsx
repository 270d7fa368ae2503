import { QuestionCircleOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { type TextSize, textSizes, useIsNarrow, usePart, useSession, useText, useTextSize } from '@fashen/ui';
import { LanguageSwitch } from './LanguageSwitch';
import { PersonMenu } from './PersonMenu';

/** Name of the unit, search, language, text size and the person. On a phone, language and text size stand in the menu of the person. */
export function TopBar({
  menu,
  onSearch,
  onHelp,
}: {
  readonly menu?: ReactNode;
  readonly onSearch: () => void;
  readonly onHelp: () => void;
}): ReactNode {
  const text = useText('web');
  const { person } = useSession();
  const isNarrow = useIsNarrow(700);
  const Tool = usePart('topBarTool');
  const ActingSwitch = usePart('actingSwitch');
  return (
    <header className="fs-top-bar fs-no-print">
      {menu}
      <span className="fs-bureau" title={person.unitName}>
        {person.unitName}
      </span>
      <Button
        className="fs-search-button"
        icon={<SearchOutlined />}
        onClick={onSearch}
        aria-label={text(isNarrow ? 'search.open' : 'search.button')}
        aria-keyshortcuts="Control+K"
      >
        {isNarrow ? null : text('search.button')}
      </Button>
      {ActingSwitch ? <ActingSwitch /> : null}
      {Tool ? <Tool /> : null}
      {isNarrow ? null : (
        <Tooltip title={text('shortcut.title')}>
          <Button type="text" icon={<QuestionCircleOutlined />} aria-label={text('shortcut.title')} onClick={onHelp} />
        </Tooltip>
      )}
      {isNarrow ? null : (
        <>
          <TextSizeMenu />
          <LanguageSwitch />
        </>
      )}
      <PersonMenu />
    </header>
  );
}

function TextSizeMenu(): ReactNode {
  const text = useText('web');
  const { size, setSize } = useTextSize();
  const menu: MenuProps = {
    selectedKeys: [size],
    items: Object.keys(textSizes).map((key) => ({ key, label: text(`textSize.${key}`) })),
    onClick: ({ key }) => setSize(key as TextSize),
  };
  return (
    <Dropdown menu={menu} trigger={['click']}>
      <Button type="text" aria-label={`${text('textSize.button')} ${text('textSize.label')}`}>
        {text('textSize.button')}
      </Button>
    </Dropdown>
  );
}
