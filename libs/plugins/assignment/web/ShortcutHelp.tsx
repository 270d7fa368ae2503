import { Button, Popover, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';

const shortcuts = [
  ['j', 'shortcut.next'],
  ['k', 'shortcut.previous'],
  ['Enter', 'shortcut.open'],
  ['c', 'shortcut.claim'],
  ['x', 'shortcut.choose'],
  ['Shift+x', 'shortcut.chooseRange'],
  ['/', 'shortcut.search'],
  ['[ ]', 'shortcut.tabs'],
] as const;

/** Lists the letter keys and lets a person switch them off. */
export function ShortcutHelp({ isOn, onChange }: { readonly isOn: boolean; readonly onChange: (on: boolean) => void }): ReactNode {
  const text = useText('assignment');
  const content = (
    <div className="fs-shortcuts">
      <dl>
        {shortcuts.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{text(name)}</dd>
          </div>
        ))}
      </dl>
      <label>
        <Switch size="small" checked={isOn} onChange={onChange} aria-label={text('shortcut.use')} /> {text('shortcut.use')}
      </label>
    </div>
  );
  return (
    <Popover content={content} title={text('shortcut.title')} trigger="click" placement="bottomRight">
      <Button className="fs-shortcut-help">{text('shortcut.title')}</Button>
    </Popover>
  );
}
