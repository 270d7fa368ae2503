import { Modal, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useGoesOn, useLetterKeys, useSession, useShortcutGroups, useText, useTextOf } from '@fashen/ui';
import { pagesFor } from './pages';

interface Line {
  readonly keys: string;
  readonly words: string;
}

/** What the keys do, on every page; `?` opens it. Letter keys can be switched off here. */
export function ShortcutHelp({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }): ReactNode {
  const text = useText('web');
  return (
    <Modal open={open} title={text('shortcut.title')} footer={null} onCancel={onClose} width={720} destroyOnHidden>
      <div className="fs-shortcuts">
        <Everywhere />
        <OfPlugins />
      </div>
      <Habits />
    </Modal>
  );
}

function Everywhere(): ReactNode {
  const text = useText('web');
  const textOf = useTextOf();
  const { person } = useSession();
  const pages = pagesFor(person.permissions).flatMap(({ owner, navigation }) =>
    navigation?.letter ? [{ keys: `g ${navigation.letter}`, words: textOf(owner, navigation.textKey) }] : [],
  );
  const lines = [
    { keys: 'Ctrl+K', words: text('search.title') },
    { keys: '?', words: text('shortcut.title') },
    { keys: 'Esc', words: text('shortcut.close') },
    ...pages,
  ];
  return <Group title={text('shortcut.everywhere')} lines={lines} />;
}

function OfPlugins(): ReactNode {
  const textOf = useTextOf();
  return useShortcutGroups().map(({ pluginId, titleKey, shortcuts }) => (
    <Group
      key={`${pluginId}:${titleKey}`}
      title={textOf(pluginId, titleKey)}
      lines={shortcuts.map(([keys, textKey]) => ({ keys, words: textOf(pluginId, textKey) }))}
    />
  ));
}

function Group({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }): ReactNode {
  return (
    <section>
      <h3>{title}</h3>
      <dl>
        {lines.map(({ keys, words }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Habits(): ReactNode {
  const text = useText('web');
  const [lettersOn, setLettersOn] = useLetterKeys();
  const [goesOn, setGoesOn] = useGoesOn();
  return (
    <div className="fs-habits">
      <label>
        <Switch size="small" checked={lettersOn} onChange={setLettersOn} aria-label={text('shortcut.letters')} /> {text('shortcut.letters')}
      </label>
      <label>
        <Switch size="small" checked={goesOn} onChange={setGoesOn} aria-label={text('shortcut.goesOn')} /> {text('shortcut.goesOn')}
      </label>
    </div>
  );
}
