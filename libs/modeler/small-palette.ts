/** Entries of bpmn-js's palette, append pad and replace menu for things that are refused at publication anyway. */
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

type Entries = Record<string, unknown>;

interface PaletteLike {
  registerProvider(priority: number, provider: { getPaletteEntries(): (entries: Entries) => Entries }): void;
}

interface PopupMenuLike {
  registerProvider(
    id: string,
    priority: number,
    provider: { getPopupMenuEntries(): (entries: Entries) => Entries; getPopupMenuHeaderEntries?(): (entries: Entries) => Entries },
  ): void;
}

/** Takes out of the palette and menus what the product does not run, so that legal staff choose among what works. */
export class SmallPalette {
  static readonly $inject = ['palette', 'popupMenu'];

  constructor(palette: PaletteLike, popupMenu: PopupMenuLike) {
    palette.registerProvider(200, { getPaletteEntries: () => keepSupported });
    for (const menu of ['bpmn-replace', 'bpmn-append', 'bpmn-create']) {
      popupMenu.registerProvider(menu, 200, { getPopupMenuEntries: () => keepSupported });
    }
  }
}

function keepSupported(entries: Entries): Entries {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => !REFUSED.some((part) => id.includes(part))));
}
