import type { HandOverItem } from '../model';

const isException = ({ state }: HandOverItem): boolean => state === 'CONFLICT' || state === 'BY_HAND';

/** What somebody still has to work off. */
export function exceptionsOf(items: readonly HandOverItem[]): readonly HandOverItem[] {
  return items.filter(isException);
}

/** What went over, is to go over, or needs nothing any more. */
export function othersOf(items: readonly HandOverItem[]): readonly HandOverItem[] {
  return items.filter((item) => !isException(item));
}
