import { useHasText, useText } from '@fashen/ui';

/** Gives the name of a role as the bureau calls it. */
export function useRoleName(): (roleId: string) => string {
  const text = useText('directory');
  const has = useHasText();
  return (roleId) => (has('directory', `role.${roleId}`) ? text(`role.${roleId}`) : roleId);
}
