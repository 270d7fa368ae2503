import type { ShortcutGroup } from '@fashen/ui';

/** What keys do in the inbox and in the panel of a task. */
export const shortcuts: readonly ShortcutGroup[] = [
  {
    titleKey: 'inbox.title',
    shortcuts: [
      ['j ↓', 'shortcut.next'],
      ['k ↑', 'shortcut.previous'],
      ['Enter', 'shortcut.open'],
      ['x', 'shortcut.choose'],
      ['Shift+x', 'shortcut.chooseRange'],
      ['/', 'shortcut.search'],
      ['[ ]', 'shortcut.tabs'],
    ],
  },
  {
    titleKey: 'shortcut.panel',
    shortcuts: [
      ['c', 'shortcut.claim'],
      ['e', 'shortcut.handle'],
      ['Ctrl+Enter', 'shortcut.submit'],
      ['r', 'shortcut.return'],
      ['u', 'shortcut.urge'],
      ['n', 'shortcut.nextTask'],
    ],
  },
];
