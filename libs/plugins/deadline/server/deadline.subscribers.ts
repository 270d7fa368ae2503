import { Injectable } from '@nestjs/common';
import { type EventSubscriber, Instances, Jobs, type Tx, type WorkflowEvent } from '@fashen/plugin-api';
import { deadlineErrors, drawnTerms, readTerm, TERM } from '../model';
import { CaseClocksService } from './case-clocks.service';
import { ClockRepository } from './clock.repository';
import { RECOUNT } from './deadline.jobs';

/** A case that is over has no clocks any more. A called process that is over, however it ended, holds none of its case any longer. */
@Injectable()
export class CaseEndSubscriber implements EventSubscriber {
  readonly event = 'engine.instanceEnded';
  readonly when = 'inTransaction';

  constructor(
    private readonly repository: ClockRepository,
    private readonly clocks: CaseClocksService,
    private readonly instances: Instances,
  ) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    const ended = new Set(events.flatMap(({ instanceId }) => instanceId ?? []));
    for (const instanceId of ended) {
      for (const clock of await this.repository.openOfCase(tx, instanceId))
        await this.clocks.close(tx, clock, { state: 'CANCELLED', cause: 'CASE_ENDED' });
      const caseId = await this.instances.rootIdOf(tx, instanceId);
      if (!ended.has(caseId)) await this.letGo(tx, instanceId, caseId);
    }
  }

  private async letGo(tx: Tx, instanceId: string, caseId: string): Promise<void> {
    const held = drawnTerms(await this.instances.model(tx, instanceId)).flatMap(({ term }) => term?.holds ?? []);
    for (const key of new Set(held)) await this.clocks.resumeAfter(tx, caseId, key, 'HEARING');
  }
}

/** A case that sleeps is not late: its clocks stand still until it goes on (中止). */
@Injectable()
export class SuspensionSubscriber implements EventSubscriber {
  readonly event = ['engine.instanceSuspended', 'engine.instanceResumed'];
  readonly when = 'inTransaction';

  constructor(private readonly clocks: CaseClocksService) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    for (const { name, instanceId = '' } of events) {
      if (name === 'engine.instanceSuspended') await this.clocks.suspendAll(tx, instanceId);
      else await this.clocks.resumeAll(tx, instanceId);
    }
  }
}

/** Another calendar moves clocks. */
@Injectable()
export class CalendarSubscriber implements EventSubscriber {
  readonly event = 'calendar.published';
  readonly when = 'inTransaction';

  constructor(private readonly jobs: Jobs) {}

  /** Of several publications that wait the last one counts: by then all are in force. */
  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    const { versionId: recountId, years } = events.at(-1)?.payload ?? {};
    await this.jobs.add(tx, { type: RECOUNT, payload: { after: '', recountId, years }, uniqueKey: RECOUNT });
  }
}

/** The message that says that a period has run out comes from its clock and from nobody else. */
@Injectable()
export class MessageGuard implements EventSubscriber {
  readonly event = ['engine.messageReceived', 'engine.messageKept'];
  readonly when = 'inTransaction';

  constructor(private readonly instances: Instances) {}

  async handle(tx: Tx, events: readonly WorkflowEvent[]): Promise<void> {
    if (tx.actor.kind === 'system') return;
    for (const { instanceId = '', payload } of events) {
      const { elements } = await this.instances.model(tx, instanceId);
      const terms = [...elements.values()].map(({ extensions }) => readTerm(extensions[TERM] ?? {}));
      const isOfClock = terms.some((term) => term?.atEnd === 'MESSAGE' && term.message === payload['name']);
      if (isOfClock) throw deadlineErrors.CLOCK_ONLY({ name: String(payload['name']) });
    }
  }
}
