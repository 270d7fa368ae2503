import type { ReactNode } from 'react';
import { useHasText, useText } from '../texts';

/** A person by name, with the unit when it is known. The id stands in when the server gave no name. */
export function PersonName(props: { readonly id?: string; readonly name?: string; readonly unit?: string }): ReactNode {
  const text = useText('ui');
  if (props.id === 'system') return <span>{text('system')}</span>;
  const name = props.name ?? props.id ?? text('nobody');
  return <span className="fs-person">{props.unit ? text('personOfUnit', { name, unit: props.unit }) : name}</span>;
}

/** Gives the words for who may take a task: `role:legal-reviewer@legal` becomes the name of the role. */
export function usePrincipalText(): (principal: string) => string {
  const text = useText('directory');
  const has = useHasText();
  return (principal) => {
    const [kind, rest = ''] = principal.split(':');
    const role = rest.split('@')[0] ?? rest;
    const key = `role.${role}`;
    return kind === 'role' && has('directory', key) ? text(key) : rest;
  };
}

/** Names everybody who may take a task, in one line. */
export function Candidates({ principals }: { readonly principals: readonly string[] }): ReactNode {
  const principalText = usePrincipalText();
  const text = useText('ui');
  return <span>{principals.map(principalText).join(text('listMark'))}</span>;
}
