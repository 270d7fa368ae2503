import type { WebPage } from '@fashen/ui';
import { webPlugins } from '../plugins';
import { housePages } from './house-pages';

/** A page together with the plugin whose texts name it. */
export interface OwnedPage extends WebPage {
  readonly owner: string;
}

/** Pages this person may open: those of the plugins and the editors of the house, in the order of the navigation. */
export function pagesFor(permissions: readonly string[]): readonly OwnedPage[] {
  const ofPlugins = webPlugins.flatMap((plugin) => (plugin.pages ?? []).map((page) => ({ ...page, owner: plugin.id })));
  const ofHouse = housePages.map((page) => ({ ...page, owner: 'web' }));
  return [...ofPlugins, ...ofHouse]
    .filter((page) => !page.permission || permissions.includes(page.permission))
    .sort((one, other) => (one.navigation?.order ?? 0) - (other.navigation?.order ?? 0));
}
