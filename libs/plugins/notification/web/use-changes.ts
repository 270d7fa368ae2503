import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { useSession, withQuery } from '@fashen/ui';
import { NOTICE_COUNT, NOTICES } from './notice-requests';

interface Change {
  readonly tasks: boolean;
  readonly openCase: boolean;
  readonly notices: boolean;
}

const EVERYTHING: Change = { tasks: true, openCase: true, notices: true };
/** While there is no stream. */
const LOOK_MS = 15_000;
const TRY_AGAIN_MS = 30_000;
/** Rows do not move under somebody's hand: a list is read again when pointer and keys have rested for so long. */
const REST_MS = 3_000;

/**
 * Keeps inbox, counts, the open case and the notices of this page up to date by the server's stream; a hidden page lets go of it.
 * While the stream is broken it looks from time to time.
 */
export function useChanges(): void {
  const { api } = useSession();
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const caseId = /^\/cases\/(?!new$)([\w-]{1,36})$/.exec(pathname)?.[1];
  useEffect(() => {
    const reader = new ChangeReader(queries);
    const stream = new ChangeStream(
      (openCaseId) => api.link(withQuery('/events', { caseId: openCaseId })),
      caseId,
      (change) => reader.read(change),
    );
    const follow = (): void => (document.hidden ? stream.close() : stream.open());
    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      stream.close();
      reader.close();
    };
  }, [api, queries, caseId]);
}

/** First words of what is read about an open case and its tasks. */
const OF_THE_CASE = ['case', 'task', 'task-form', 'task-review', 'board', 'control-requests'] as const;

/** Reads again what changed. */
class ChangeReader {
  private lastInput = -REST_MS;
  private waiting: number | undefined;

  constructor(private readonly queries: QueryClient) {
    for (const name of INPUTS) document.addEventListener(name, this.note, { passive: true });
  }

  read({ tasks, openCase, notices }: Change): void {
    if (tasks) this.again(['task-counts']);
    if (tasks) this.readLists();
    if (openCase) for (const key of OF_THE_CASE) this.again([key]);
    if (notices) for (const key of [NOTICE_COUNT, NOTICES]) this.again([key]);
  }

  close(): void {
    for (const name of INPUTS) document.removeEventListener(name, this.note);
    clearTimeout(this.waiting);
  }

  private readLists(): void {
    clearTimeout(this.waiting);
    const rest = this.lastInput + REST_MS - performance.now();
    if (rest <= 0) this.again(['/tasks']);
    else this.waiting = window.setTimeout(() => this.readLists(), rest);
  }

  private readonly note = (): void => {
    this.lastInput = performance.now();
  };

  private again(queryKey: readonly string[]): void {
    void this.queries.invalidateQueries({ queryKey: [...queryKey] });
  }
}

const INPUTS = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;

/** The connection, with its substitute. */
class ChangeStream {
  private source: EventSource | undefined;
  private looking: number | undefined;
  private retry: number | undefined;
  private wasOpen = false;

  constructor(
    private readonly urlFor: (caseId: string | undefined) => string,
    private caseId: string | undefined,
    private readonly onChange: (change: Change) => void,
  ) {}

  open(): void {
    if (this.source) return;
    clearTimeout(this.retry);
    const source = new EventSource(this.urlFor(this.caseId));
    this.source = source;
    source.addEventListener('ready', () => this.begin());
    source.addEventListener('change', (event: MessageEvent<string>) => this.onChange(JSON.parse(event.data) as Change));
    source.addEventListener('error', () => this.fail(source));
  }

  close(): void {
    this.source?.close();
    this.source = undefined;
    clearInterval(this.looking);
    clearTimeout(this.retry);
    this.looking = undefined;
  }

  /** After a break anything may have happened. */
  private begin(): void {
    clearInterval(this.looking);
    this.looking = undefined;
    if (this.wasOpen) this.onChange(EVERYTHING);
    this.wasOpen = true;
  }

  private fail(source: EventSource): void {
    this.wasOpen = true;
    this.looking ??= window.setInterval(() => this.onChange(EVERYTHING), LOOK_MS);
    // As long as it is not closed the browser tries again by itself.
    if (source.readyState !== EventSource.CLOSED) return;
    this.source = undefined;
    // A refusal may be about the case: without it the rest goes on.
    this.caseId = undefined;
    this.retry = window.setTimeout(() => this.open(), TRY_AGAIN_MS);
  }
}
