import { setTimeout as pause } from 'node:timers/promises';
import type { JsonObject } from '@fashen/plugin-api';
import { CommandLog } from './command-log';
import { OPERATIONS } from './operations-process';
import type { PersonClient } from './person-client';

const PAUSE_MS = 3_000;
const VERSIONS = [1, 2] as const;

/** Work that goes on for many cases at once, as jobs of its own: migrations to and fro, and hand-overs of everything one person holds. */
export class BackgroundWork {
  /** Jobs that were begun. */
  migrations = 0;
  handOvers = 0;
  private turn = 0;

  /** The modeler may migrate, the administrator hand over. */
  constructor(
    private readonly modeler: PersonClient,
    private readonly administrator: PersonClient,
  ) {}

  /** Begins one after the other until told to stop. */
  async run(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      this.turn += 1;
      await this.migrate();
      if (!isOver()) await this.handOver();
      await pause(PAUSE_MS);
    }
  }

  private async migrate(): Promise<void> {
    const [fromVersion, toVersion] = this.turn % 2 === 0 ? [...VERSIONS].reverse() : VERSIONS;
    const plan = { processKey: OPERATIONS, fromVersion, toVersion, reason: '随机' } as JsonObject;
    const planned = await this.ask(this.modeler, '/migrations', plan);
    const id = planned['id'];
    if (typeof id !== 'string') return;
    await this.ask(this.modeler, `/migrations/${id}/check`, {});
    await pause(PAUSE_MS);
    await this.ask(this.modeler, `/migrations/${id}/execution`, {});
    this.migrations += 1;
  }

  private async handOver(): Promise<void> {
    const [leaverId, successorId] = this.turn % 2 === 0 ? ['mao', 'ding'] : ['ding', 'mao'];
    const { id } = await this.ask(this.administrator, '/hand-overs', { leaverId, successorId, reason: '随机' } as JsonObject);
    if (typeof id === 'string') this.handOvers += 1;
  }

  /** These commands are about no case; what their jobs do stands in the records under the system's name. */
  private async ask(client: PersonClient, path: string, body: JsonObject): Promise<JsonObject> {
    const sent = new CommandLog().add({ personId: client.personId, expectedAct: 'none' });
    const key = `background-${this.turn}-${path.replaceAll('/', '-')}`;
    return (await client.command({ ...sent, key }, path, body)).body;
  }
}
