import type { Answer, CaseOperation, WorldOperation } from '@fashen/conformance';
import { newId } from '@fashen/database';
import { Definitions, Instances, isWorkflowError, type JsonObject, Moves, type Tx } from '@fashen/plugin-api';
import { PersonRegistry } from '@fashen/plugins/directory/model';
import { answerOf, valueAt } from './answers';
import type { Cast } from './cast';
import type { Desk } from './desk';
import type { KitClient } from './kit-client';
import type { Lookups } from './lookups';
import type { Publisher } from './publisher';

const REASON = 'as the case of the kit says';
const RULE_DAYS = 30;

interface Parts {
  readonly desk: Desk;
  readonly client: KitClient;
  readonly cast: Cast;
  readonly lookups: Lookups;
  readonly publisher: Publisher;
}

type Act = Extract<WorldOperation, { op: 'start' | 'setDeputy' | 'endDeputy' | 'handOver' | 'batchAgree' | 'deactivate' }>;

/** What happens around cases: starting them, people who leave or stand in for others. */
export class WorldActs {
  constructor(private readonly parts: Parts) {}

  perform(act: Act): Promise<Answer> | Answer {
    switch (act.op) {
      case 'start':
        return this.start(act);
      case 'setDeputy':
        return this.setDeputy(act);
      case 'endDeputy':
        return this.endDeputy(act);
      case 'handOver':
        return this.post(act.by, 'hand-overs', { leaverId: this.idOf(act.of), successorId: this.idOf(act.to), reason: REASON });
      case 'deactivate':
        return this.deactivate(act.person);
      case 'batchAgree':
        return { kind: 'unsupported', why: 'no installed plugin agrees in batches' };
    }
  }

  /** Changes of a case that no endpoint offers to people. */
  async changeCase(operation: CaseOperation): Promise<Answer> {
    if (operation.op === 'migrate') return this.migrate(operation);
    if (operation.op !== 'setData') return { kind: 'unsupported', why: `${operation.op} is not known here` };
    const { desk, lookups, cast } = this.parts;
    const instanceId = lookups.caseId(operation.case);
    await desk.run((tx) => desk.get(Instances).setVariables(tx, instanceId, cast.toIds(operation.data) as JsonObject));
    return { kind: 'done' };
  }

  /** Through the port: over HTTP all running cases of a version go together, checked first, as a job. */
  private migrate({ by, to, case: name }: Extract<CaseOperation, { op: 'migrate' }>): Promise<Answer> {
    const { desk, lookups } = this.parts;
    return this.refusable(by, async (tx) => {
      const definition = await desk.get(Definitions).latest(tx, to);
      const move = { instanceId: lookups.caseId(name), definitionId: definition?.id ?? '', nodes: {} };
      await desk.get(Moves).migrate(tx, { ...move, reason: REASON });
    });
  }

  /** Through the port: starting over HTTP needs a form for the data. */
  private async start({ by, model, data = {}, case: name }: Extract<Act, { op: 'start' }>): Promise<Answer> {
    const { desk, cast, lookups } = this.parts;
    const variables = cast.toIds(data) as JsonObject;
    const begin = { definitionKey: model, businessKey: newId(), title: name ?? model, variables };
    const answer = await this.refusable(by, (tx) =>
      desk
        .get(Instances)
        .start(tx, begin)
        .then(({ id }) => lookups.addCase(name, id)),
    );
    return answer;
  }

  private async refusable(by: string, work: (tx: Tx) => Promise<void>): Promise<Answer> {
    const { desk } = this.parts;
    try {
      await desk.run(work, await desk.actor(this.idOf(by)));
      return { kind: 'done' };
    } catch (error) {
      if (!isWorkflowError(error)) throw error;
      return { kind: 'refused', because: error.kind === 'conflict' ? 'CONFLICT' : 'INVALID', code: error.code };
    }
  }

  private async setDeputy({ by, deputy, mode = 'share' }: Extract<Act, { op: 'setDeputy' }>): Promise<Answer> {
    const from = await this.parts.desk.read(async (tx) => tx.now.getTime());
    const toAt = new Date(from + RULE_DAYS * 86_400_000).toISOString();
    const body = { deputyId: this.idOf(deputy), fromAt: new Date(from).toISOString(), toAt, mode: mode.toUpperCase(), reason: REASON };
    return this.post(by, 'deputies', body);
  }

  private async endDeputy({ by, deputy }: Extract<Act, { op: 'endDeputy' }>): Promise<Answer> {
    const { client } = this.parts;
    const { body } = await client.get(this.idOf(by), 'deputies');
    const rules = (valueAt(body, 'items') ?? []) as readonly Record<'id' | 'deputyId', string>[];
    const rule = rules.find(({ deputyId }) => deputyId === this.idOf(deputy));
    return this.post(by, `deputies/${rule?.id ?? 'none'}/ending`, { reason: REASON });
  }

  private async deactivate(person: string): Promise<Answer> {
    const { desk } = this.parts;
    await desk.run((tx) => desk.get(PersonRegistry).changePerson(tx, this.idOf(person), { active: false }));
    return { kind: 'done' };
  }

  private async post(by: string, path: string, body: object): Promise<Answer> {
    const { client, cast } = this.parts;
    return answerOf(await client.post(this.idOf(by), path, { body }), (personId) => cast.nameOf(personId));
  }

  private idOf(name: string): string {
    return this.parts.cast.idOf(name);
  }
}
