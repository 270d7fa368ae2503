import type { ReactNode } from 'react';
import { useText } from '@fashen/ui';
import { ITEM_STATES } from '../../model';
import type { WireMigration } from './migration-requests';

/** How many cases stand how, in words. */
export function CountWords({ counts }: { readonly counts: WireMigration['counts'] }): ReactNode {
  const text = useText('case-control');
  const kit = useText('ui');
  const words = ITEM_STATES.filter((state) => counts[state]).map((state) => `${text(`item.${state}`)} ${counts[state]}`);
  return <span>{words.length === 0 ? kit('value.none') : words.join(kit('listMark'))}</span>;
}
