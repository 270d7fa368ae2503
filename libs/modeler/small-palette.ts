/** Parts of ids of bpmn-js's menu entries for things that are refused at publication anyway. */
const REFUSED = [
  'data-object',
  'data-store',
  'participant',
  'transaction',
  'adhoc',
  'ad-hoc',
  'script-task',
  'complex-gateway',
  'compensation',
  'escalation',
  'conditional',
  'signal',
  'cancel-end',
  'cancel-boundary',
];

/** Entries of the palette and the append pad whose place our own entries take. */
const REPLACED = [
  'create.task',
  'create.intermediate-event',
  'create.group',
  'append.append-task',
  'append.intermediate-event',
  'append.text-annotation',
];

type Entries = Record<string, unknown>;

interface MenuLike {
  registerProvider(priority: number, provider: object): void;
}

interface PopupMenuLike {
  registerProvider(id: string, priority: number, provider: { getPopupMenuEntries(): (entries: Entries) => Entries }): void;
}

/** Takes out of palette, pad and menus what the product does not run, so that legal staff choose among what works. */
export class SmallPalette {
  static readonly $inject = ['palette', 'contextPad', 'popupMenu'];

  constructor(palette: MenuLike, contextPad: MenuLike, popupMenu: PopupMenuLike) {
    palette.registerProvider(700, { getPaletteEntries: () => keepSupported });
    contextPad.registerProvider(700, { getContextPadEntries: () => keepSupported });
    for (const menu of ['bpmn-replace', 'bpmn-append', 'bpmn-create']) {
      popupMenu.registerProvider(menu, 200, { getPopupMenuEntries: () => keepSupported });
    }
  }
}

/** The entries that stay. */
export function keepSupported(entries: Entries): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => !REPLACED.includes(id) && !REFUSED.some((part) => id.includes(part))));
}
