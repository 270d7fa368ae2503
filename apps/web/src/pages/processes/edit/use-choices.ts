import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { SuppliedChoices } from '@fashen/modeler';
import { roleIds } from '@fashen/plugins/directory/model';
import { useSession, useText, type WirePage } from '@fashen/ui';

interface Lists {
  readonly forms: readonly { readonly key: string }[];
  readonly decisions: readonly { readonly key: string; readonly name: string }[];
  readonly units: readonly { readonly id: string; readonly name: string }[];
}

/** What the panel of the modeler offers to choose from: published forms and decisions, units, roles under their names. */
export function useChoices(): { readonly data?: SuppliedChoices; readonly error: unknown } {
  const { api } = useSession();
  const roleText = useText('directory');
  const lists = useQuery({
    queryKey: ['modeler-choices'],
    queryFn: async ({ signal }): Promise<Lists> => {
      const [forms, decisions, units] = await Promise.all([
        api.get<WirePage<Lists['forms'][number]>>('/forms', signal),
        api.get<WirePage<Lists['decisions'][number]>>('/decisions', signal),
        api.get<WirePage<Lists['units'][number]>>('/units', signal),
      ]);
      return { forms: forms.items, decisions: decisions.items, units: units.items };
    },
  });
  const data = useMemo(
    () =>
      lists.data && {
        roles: roleIds.map((id) => ({ value: id, label: roleText(`role.${id}`) })),
        forms: lists.data.forms.map(({ key }) => ({ value: key, label: key })),
        decisions: lists.data.decisions.map(({ key, name }) => ({ value: key, label: name })),
        units: lists.data.units.map(({ id, name }) => ({ value: id, label: name })),
      },
    [lists.data, roleText],
  );
  return { data, error: lists.error };
}
