import { type Period, period as periodShape } from '../model';

/** What a person may change about a period; reminders as they are typed. */
export interface EditedPeriod extends Pick<Period, 'name' | 'amount' | 'unit' | 'source' | 'article'> {
  readonly remind: string;
}

/** What stands in the fields at first. */
export const editedOf = ({ name, amount, unit, source, article, remind }: Period): EditedPeriod => ({
  ...{ name, amount, unit, source, article },
  remind: remind.join(' '),
});

/** The period as it was changed; undefined while something in it is not right. */
export function periodOf(before: Period, { remind, ...edited }: EditedPeriod): Period | undefined {
  const days = remind.split(/[\s,，、]+/).filter((word) => word !== '');
  const changed = periodShape.safeParse({ ...before, ...edited, remind: days.map(Number) });
  return changed.data;
}
