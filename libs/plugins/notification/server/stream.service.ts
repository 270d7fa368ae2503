import { Injectable, type MessageEvent } from '@nestjs/common';
import { CaseAccess, principalsOf, type RequestContext, type Tx, UnitOfWork } from '@fashen/plugin-api';
import { Observable, type Subscriber } from 'rxjs';
import { notificationErrors, type StreamQuery } from '../model';
import { type Change, changeFor, type Listener, StreamHub } from './stream.hub';
import { SignalRepository } from './signal.repository';

const BEAT_MS = 15_000;
/** Then the browser comes back by itself, and is asked again who it is. */
const LIFETIME_MS = 300_000;
const RETRY_MS = 1_000;
const MOST_MISSED = 1_000;

/** Opens streams of changes. */
@Injectable()
export class StreamService {
  constructor(
    private readonly units: UnitOfWork,
    private readonly access: CaseAccess,
    private readonly hub: StreamHub,
    private readonly signals: SignalRepository,
  ) {}

  /**
   * Tells first what was missed since `lastEventId`, then what changes. Ends after five minutes.
   * Refused for a case one may not see, and for one stream too many.
   */
  async open(context: RequestContext, { caseId }: StreamQuery, lastEventId?: string): Promise<Observable<MessageEvent>> {
    const { personId } = context.actor;
    if (this.hub.isFull(personId)) throw notificationErrors.TOO_MANY_STREAMS();
    if (caseId) await this.units.read(context, (tx) => this.access.require(tx, caseId));
    const who = { personId, principals: new Set(principalsOf(context.actor)), ...(caseId && { caseId }) };
    return new Observable((subscriber) => {
      const listener: Listener = { ...who, tell: (change) => subscriber.next(messageOf(change)), close: () => subscriber.complete() };
      const beat = setInterval(() => subscriber.next({ type: 'beat', data: {} }), BEAT_MS);
      const end = setTimeout(() => subscriber.complete(), LIFETIME_MS);
      this.begin(context, { listener, subscriber, lastEventId }).catch((error: unknown) => subscriber.error(error));
      return () => {
        clearInterval(beat);
        clearTimeout(end);
        this.hub.remove(listener);
      };
    });
  }

  private async begin(
    context: RequestContext,
    stream: { listener: Listener; subscriber: Subscriber<MessageEvent>; lastEventId?: string },
  ): Promise<void> {
    const { listener, subscriber, lastEventId } = stream;
    const seq = await this.hub.add(listener);
    // The browser may have gone while we looked.
    if (subscriber.closed) return this.hub.remove(listener);
    subscriber.next({ type: 'ready', id: String(seq), data: {}, retry: RETRY_MS });
    const missed = await this.units.read(context, (tx) => this.missed(tx, listener, lastEventId));
    if (missed) listener.tell(missed);
  }

  /** Absent when nothing was missed. A place that is not kept any more means that everything may have changed. */
  private async missed(tx: Tx, listener: Listener, lastEventId: string | undefined): Promise<Change | undefined> {
    if (lastEventId === undefined) return undefined;
    const from = /^\d{1,10}$/.test(lastEventId) ? Number(lastEventId) : -1;
    const [first, last] = [await this.signals.firstSeq(tx), await this.signals.lastSeq(tx)];
    const found = await this.signals.after(tx, from, MOST_MISSED);
    const isKept = from <= last && from >= (first ?? 1) - 1 && found.length < MOST_MISSED;
    if (!isKept) return { seq: last, tasks: true, openCase: listener.caseId !== undefined, notices: true };
    return changeFor(listener, found, Math.max(from, ...found.map(({ seq }) => seq)));
  }
}

const messageOf = ({ seq, ...data }: Change): MessageEvent => ({ type: 'change', id: String(seq), data });
