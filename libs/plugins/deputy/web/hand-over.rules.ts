import type { HandOverItem, HandOverReply } from '../model';

const isException = ({ state }: HandOverItem): boolean => state === 'CONFLICT' || state === 'BY_HAND';

/** What somebody still has to work off. */
export function exceptionsOf(items: readonly HandOverItem[]): readonly HandOverItem[] {
  return items.filter(isException);
}

/** What went over, is to go over, or needs nothing any more. */
export function othersOf(items: readonly HandOverItem[]): readonly HandOverItem[] {
  return items.filter((item) => !isException(item));
}

/** Key of the words for how a hand-over stands: under way, waiting for somebody to work off exceptions, or through. */
export function standingKey({ pending, items }: Pick<HandOverReply, 'pending' | 'items'>): string {
  if (pending > 0) return 'handOver.progress';
  return items.some(isException) ? 'handOver.openExceptions' : 'handOver.through';
}
