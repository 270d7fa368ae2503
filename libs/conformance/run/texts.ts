import type { Copy, Effect, Notice, OpenTask, RecordEntry, Seat, Visit } from '../adapter';

/** Open work in one line: `check@yi`, `check?role:clerk wu`, `check@yi (advice)`, `check@yi (waiting)`. */
export function openTaskText({ node, holder, candidates = [], kind, waiting }: OpenTask): string {
  const who = holder === undefined ? `?${[...candidates].sort().join(' ')}` : `@${holder}`;
  const marks = [...(kind === 'main' ? [] : [kind]), ...(waiting ? ['waiting'] : [])];
  return `${node}${who}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
}

/** A seat: `bing AGREE`. */
export const seatText = ({ person, status }: Seat): string => `${person} ${status}`;

/** A visit: `RETURN ACTIVE`. */
export const visitText = ({ cause, status }: Visit): string => `${cause} ${status}`;

/** Ways in which an expectation may name an entry: without and with the words. */
export function recordTexts({ kind, by, onBehalfOf, opinion }: RecordEntry): readonly string[] {
  const short = `${kind} ${by}${onBehalfOf === undefined ? '' : ` for ${onBehalfOf}`}`;
  return opinion === undefined ? [short] : [short, `${short} "${opinion}"`];
}

/** A copy: `wu CC unread`. */
export const copyText = ({ person, kind, read }: Copy): string => `${person} ${kind} ${read ? 'read' : 'unread'}`;

/** An effect: `cancelled t1 bing`. */
export const effectText = ({ kind, node, person }: Effect): string => [kind, node, person].filter((part) => part !== undefined).join(' ');

/** A notice: `CANCELLED t1`. */
export const noticeText = ({ kind, node }: Notice): string => (node === undefined ? kind : `${kind} ${node}`);

/** A list in words. */
export const listText = (items: readonly string[]): string => (items.length === 0 ? 'nothing' : items.join(', '));
