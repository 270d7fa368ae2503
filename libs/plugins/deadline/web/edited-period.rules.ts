import { type ExtensionRule, type Period, period as periodShape } from '../model';

/** So many extensions a period may have. */
export const MOST_EXTENSIONS = 5;

/** An extension in its line of the form; the number tells lines apart that look the same. */
export interface TypedExtension extends ExtensionRule {
  readonly id: number;
}

/** What a person may change about a period; reminders as they are typed. */
export interface EditedPeriod extends Pick<Period, 'name' | 'amount' | 'unit' | 'source' | 'article'> {
  readonly remind: string;
  readonly extensions: readonly TypedExtension[];
}

/** What stands in the fields at first. */
export const editedOf = ({ name, amount, unit, source, article, remind, extensions }: Period): EditedPeriod => ({
  ...{ name, amount, unit, source, article },
  remind: remind.join(' '),
  extensions: extensions.map((one, id) => ({ ...one, id })),
});

const shapeOf = (before: Period, { remind, extensions: lines, ...edited }: EditedPeriod) => {
  const days = remind.split(/[\s,，、]+/).filter((word) => word !== '');
  const extensions = lines.map(({ amount, by }) => ({ amount, by }));
  return periodShape.safeParse({ ...before, ...edited, remind: days.map(Number), extensions });
};

/** The period as it was changed; undefined while something in it is not right. */
export const periodOf = (before: Period, edited: EditedPeriod): Period | undefined => shapeOf(before, edited).data;

/** Fields in which something is not right. */
export const wrongFields = (before: Period, edited: EditedPeriod): ReadonlySet<string> =>
  new Set(shapeOf(before, edited).error?.issues.map(({ path: [field] }) => String(field)));
