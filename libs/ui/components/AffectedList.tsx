import type { ReactNode } from 'react';
import { affectedTextKey, worthTelling } from '../affected.rules';
import { dayTimeText } from '../format';
import { usePersonNames } from '../person-names';
import { useText } from '../texts';
import type { WireAffected } from '../wire';
import { PersonName, usePrincipalText } from './PersonName';

/** What an operation does, or would do, one line each. `nameOf` gives names of people where the caller knows them better than the directory. */
export function AffectedList(props: {
  readonly affected: readonly WireAffected[];
  readonly nameOf?: (personId: string) => string;
}): ReactNode {
  const text = useText('ui');
  if (props.affected.length === 0) return <p className="fs-secondary">{text('affected.none')}</p>;
  return (
    <ul className="fs-affected">
      {worthTelling(props.affected).map((one, index) => (
        // The list is shown once and never reordered.
        <li key={index} data-kind={one.kind}>
          {text(affectedTextKey(one), { step: one.nodeName ?? '', clock: one.clock ?? '' })}
          <Whose one={one} nameOf={props.nameOf} />
          <When one={one} />
        </li>
      ))}
    </ul>
  );
}

function Whose({ one, nameOf }: { readonly one: WireAffected; readonly nameOf?: (personId: string) => string }): ReactNode {
  const text = useText('ui');
  const principalText = usePrincipalText();
  const knownName = usePersonNames();
  if (one.personId) {
    const given = nameOf?.(one.personId);
    const name = given === undefined || given === one.personId ? knownName(one.personId) : given;
    return (
      <span>
        {text('affected.holderBefore')}
        <PersonName id={one.personId} name={name} />
        {text('affected.holderAfter')}
      </span>
    );
  }
  if (!one.candidates || one.candidates.length === 0) return null;
  return (
    <span>{text('affected.holderBefore') + one.candidates.map(principalText).join(text('listMark')) + text('affected.holderAfter')}</span>
  );
}

function When({ one }: { readonly one: WireAffected }): ReactNode {
  const text = useText('ui');
  if (!one.dueAt && !one.wasDueAt) return null;
  const at = (value: string | undefined): string => (value ? lastDayText(value) : text('value.none'));
  if (!one.wasDueAt) return <span className="fs-secondary"> {text('affected.dueAt', { at: at(one.dueAt) })}</span>;
  return <span className="fs-secondary"> {text('affected.due', { before: at(one.wasDueAt), after: at(one.dueAt) })}</span>;
}

/** A term that ends with its day is told by the day alone. */
function lastDayText(value: string): string {
  return dayTimeText(value).replace(/ 23:59$/, '');
}
