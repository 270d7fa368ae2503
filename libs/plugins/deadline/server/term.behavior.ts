import { Injectable } from '@nestjs/common';
import { type Activity, type ActivityBehavior, type Completion, type JsonObject, mergePatch, type Step, type Tx } from '@fashen/plugin-api';
import { type Clock, dayAt, isGiven, type NewClock, readTerm, type Term, TERM, valueAt } from '../model';
import { CaseClocksService, type ClockEnd } from './case-clocks.service';
import { CasePorts } from './clock-ports';
import { ClockRepository } from './clock.repository';
import { dateOf } from './clock-counter.service';
import { PeriodService } from './period.service';

/** Gives a step its clock, and lets it start, stop, hold and resume clocks of the case, as drawn. */
@Injectable()
export class TermBehavior implements ActivityBehavior {
  readonly extension = TERM;

  constructor(
    private readonly periods: PeriodService,
    private readonly clocks: CaseClocksService,
    private readonly repository: ClockRepository,
    private readonly cases: CasePorts,
  ) {}

  async onWait(tx: Tx, activity: Activity): Promise<Step> {
    const term = readTerm(activity.extension);
    if (!term) return { kind: 'wait' };
    const { instanceId, variables } = activity;
    if (term.holds.length > 0) await this.holdAll(tx, instanceId, term.holds);
    const isWanted = term.onlyIf === undefined || isGiven(variables, term.onlyIf);
    const clock = isWanted ? await this.clockOf(tx, activity, term) : undefined;
    const dueAt = dateOf(clock?.dueAt);
    return dueAt ? { kind: 'wait', task: { dueAt } } : { kind: 'wait' };
  }

  async onComplete(tx: Tx, activity: Activity, { output }: Completion): Promise<void> {
    const term = readTerm(activity.extension);
    const { instanceId } = activity;
    const variables = mergePatch(activity.variables, output);
    const isSo = term?.startsIf === undefined || isGiven(variables, term.startsIf);
    await this.leave(tx, activity, isSo ? ['case', 'task', 'party'] : ['task', 'party'], { state: 'ENDED', cause: 'DONE' });
    if (term) await this.effects(tx, { instanceId, term, variables, isSo });
  }

  private async effects(tx: Tx, { instanceId, term, variables, isSo }: Effects): Promise<void> {
    if ([...term.resumes, ...term.stops, ...term.starts].length === 0) return;
    const caseId = await this.cases.lockCase(tx, instanceId);
    for (const key of term.resumes) await this.clocks.resume(tx, caseId, key);
    if (!isSo) return;
    for (const key of term.stops) await this.clocks.end(tx, caseId, key);
    for (const key of term.starts) await this.start(tx, caseId, key, variables);
  }

  private async holdAll(tx: Tx, instanceId: string, keys: readonly string[]): Promise<void> {
    const caseId = await this.cases.lockCase(tx, instanceId);
    for (const key of keys) await this.clocks.hold(tx, caseId, key, 'HEARING');
  }

  /** Left without being completed: a clock of the step goes with it, one of the case runs on. */
  async onCancel(tx: Tx, activity: Activity): Promise<void> {
    await this.leave(tx, activity, ['task', 'party'], { state: 'CANCELLED', cause: 'LEFT' });
  }

  /** Closes the clocks of the step that are of one of these kinds; the others run on without it. */
  private async leave(tx: Tx, { instanceId, executionId }: Activity, kinds: readonly Clock['kind'][], end: ClockEnd): Promise<void> {
    for (const clock of await this.repository.openOfCase(tx, instanceId)) {
      if (clock.executionId !== executionId) continue;
      const { nodeId: _node, executionId: _execution, taskId: _task, ...free } = clock;
      if (kinds.includes(clock.kind)) await this.clocks.close(tx, clock, end);
      else await this.repository.replace(tx, free);
    }
  }

  private async clockOf(tx: Tx, activity: Activity, term: Term): Promise<Clock | undefined> {
    const { instanceId, nodeId, executionId, taskId } = activity;
    const step = { nodeId, executionId, ...(taskId && { taskId }) };
    if (term.follows !== undefined) {
      const clock = await this.clocks.find(tx, instanceId, term.follows);
      return clock && this.clocks.bind(tx, clock, step);
    }
    return term.period === undefined
      ? undefined
      : this.clocks.arm(tx, await this.newClock(tx, activity, { ...term, period: term.period }, step));
  }

  private async newClock(tx: Tx, { instanceId, variables }: Activity, term: Term & { period: string }, step: object): Promise<NewClock> {
    const { startField } = await this.periods.require(tx, term.period);
    const from = term.from ?? startField;
    const startDay = from === undefined ? undefined : dayAt(variables, from);
    return {
      instanceId,
      key: term.period,
      ...(startDay !== undefined && { startDay }),
      ...step,
      over: { ...actsOf(term), ...figuresOf(term, variables) },
    };
  }

  private async start(tx: Tx, instanceId: string, key: string, variables: JsonObject): Promise<void> {
    const { startField, afterClock } = await this.periods.require(tx, key);
    const before = afterClock === undefined ? undefined : await this.clocks.find(tx, instanceId, afterClock);
    const startDay = startField === undefined ? (before?.dueDay ?? before?.rawDay) : dayAt(variables, startField);
    await this.clocks.arm(tx, { instanceId, key, ...(startDay !== undefined && { startDay }) });
  }
}

/** What a completed step does to the clocks of its case. */
interface Effects {
  readonly instanceId: string;
  readonly term: Term;
  readonly variables: JsonObject;
  readonly isSo: boolean;
}

type Over = NonNullable<NewClock['over']>;

function actsOf({ atEnd, message, returnTo, escalateTo, output }: Term): Over {
  return {
    atEnd,
    ...(message && { message }),
    ...(returnTo && { returnTo }),
    ...(escalateTo && { escalateTo }),
    ...(output && { output }),
  };
}

function figuresOf(term: Term, variables: JsonObject): Over {
  const notBefore = term.notBefore === undefined ? undefined : dayAt(variables, term.notBefore);
  const amount = term.amountFrom === undefined ? undefined : valueAt(variables, term.amountFrom);
  return { ...(typeof amount === 'number' && { amount }), ...(notBefore !== undefined && { notBefore }) };
}
