import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SuppliedChoices } from '@fashen/modeler';
import { roleIds } from '@fashen/plugins/directory/model';
import { useSession, useText } from '@fashen/ui';
import { choicesFrom, readLists } from './choice-lists';

/** What the panel of the modeler offers to choose from, under the names people know. */
export function useChoices(): { readonly data?: SuppliedChoices; readonly error: unknown } {
  const { api } = useSession();
  const roleText = useText('directory');
  const lists = useQuery({ queryKey: ['modeler-choices'], queryFn: ({ signal }) => readLists(api, signal) });
  const data = useMemo(
    () =>
      lists.data &&
      choicesFrom(
        lists.data,
        roleIds.map((id) => ({ value: id, label: roleText(`role.${id}`) })),
      ),
    [lists.data, roleText],
  );
  return { data, error: lists.error };
}
