import type { TimeoutOptions, World } from '@fashen/conformance';
import { type Reply, textAt, valueAt } from './answers';
import type { Cast } from './cast';
import type { KitClient } from './kit-client';

const YEAR = '2026';
const REASON = 'as the case of the kit says';
const SOURCE = 'the conformance kit';

/** Publishes the days and the periods a world counts by. All worlds of a run share them: the last one published is in force. */
export class TimeTables {
  constructor(
    private readonly client: KitClient,
    private readonly cast: Cast,
  ) {}

  /** The year with its holidays and working weekends. A world that says nothing takes the year as it is, or a plain one where there is none. */
  async publishYear(calendar: World['calendar']): Promise<void> {
    const { body } = await this.client.get(this.root, 'calendar/years');
    const years = (valueAt(body, 'items') ?? []) as readonly { year: number; version: number }[];
    const basedOn = years.find(({ year }) => year === Number(YEAR))?.version ?? 0;
    if (!calendar && basedOn > 0) return;
    const { holidays = [], workdays = [] } = calendar ?? {};
    const off = holidays.map((day) => ({ day, kind: 'OFF', name: 'holiday' }));
    const worked = workdays.map((day) => ({ day, kind: 'WORKED', name: 'working weekend' }));
    const plan = { days: [...off, ...worked], source: SOURCE, reason: REASON, basedOn };
    published(await this.client.post(this.root, `calendar/years/${YEAR}/publication`, { body: plan }));
  }

  /** The period of a term, unless it is published already. */
  async publishPeriod(timeout: TimeoutOptions): Promise<void> {
    const { body, status } = await this.client.get(this.root, 'clocks/periods');
    const known = status === 200 ? ((valueAt(body, 'periods') ?? []) as readonly object[]) : [];
    const period = periodOf(timeout);
    if (known.some((one) => textAt(one, 'key') === period.key)) return;
    const basedOn = Number(valueAt(body, 'version') ?? 0);
    const change = { table: { periods: [...known, period] }, reason: REASON, basedOn };
    published(await this.client.post(this.root, 'clocks/periods/publication', { body: change }));
  }

  private get root(): string {
    return this.cast.idOf('root');
  }
}

/** Key of the period of a term. */
export const periodKey = ({ days, workingDays }: TimeoutOptions): string =>
  workingDays === undefined ? `conformance-${days ?? 0}-days` : `conformance-${workingDays}-working-days`;

function periodOf(timeout: TimeoutOptions): { readonly key: string } {
  const { days = 0, workingDays } = timeout;
  return {
    ...{ key: periodKey(timeout), name: 'term of the kit', kind: 'task' },
    ...{ amount: workingDays ?? days, unit: workingDays === undefined ? 'days' : 'workingDays', rule: 'duty' },
    ...{ source: SOURCE, article: '', confidence: 'design', remind: [], extensions: [], holdBy: [] },
  };
}

function published({ status, body }: Reply): void {
  if (status >= 300) throw new Error(`publishing was refused: ${status} ${textAt(body, 'code') ?? ''}`);
}
