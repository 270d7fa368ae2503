import { Injectable } from '@nestjs/common';
import type { MigrationMisfit, MigrationMove, Tx } from '@fashen/plugin-api';
import { DefinitionStore } from '../definition/definition-store';
import { engineErrors } from '../engine.errors';
import { engineEvents } from '../engine.events';
import { elementMap, isMisfit, migrate, type Migrated, type Misfit, trailIn } from '../kernel';
import { InstanceRepository } from './instance.repository';
import { MigrationRows, type Place } from './migration-rows';
import { OpenSessions } from './open-sessions';
import type { WorkflowSession } from './workflow-session';

interface Carried extends Place {
  readonly result: Migrated | Misfit;
}

/** Lets running instances go on in other versions of their process. */
@Injectable()
export class MigrationService {
  constructor(
    private readonly sessions: OpenSessions,
    private readonly definitions: DefinitionStore,
    private readonly instances: InstanceRepository,
    private readonly rows: MigrationRows,
  ) {}

  async misfit(tx: Tx, session: WorkflowSession, move: MigrationMove): Promise<MigrationMisfit | undefined> {
    const { result } = await this.carry(tx, session, move);
    return isMisfit(result) ? named(session, result) : undefined;
  }

  /** Moves the rows. No behavior is asked: nothing begins and nothing ends. */
  async migrate(tx: Tx, session: WorkflowSession, move: MigrationMove & { readonly reason: string }): Promise<void> {
    const carried = await this.carry(tx, session, move);
    const { result, target, elements } = carried;
    if (isMisfit(result)) throw engineErrors.NOT_MIGRATABLE({ ...named(session, result) });
    const { instance } = session;
    await this.rows.move(tx, session, carried);
    const { nodes, flows } = instance.trail;
    instance.state = result.state;
    instance.trail = { nodes: trailIn(elements, nodes), flows: trailIn(elements, flows) };
    await this.instances.replace(tx, instance, { steps: result.course, isWhole: true });
    await this.instances.setDefinition(tx, instance.id, target.view);
    this.sessions.forget(tx, instance.id);
    const { id: definitionId, version } = target.view;
    const payload = { fromDefinitionId: instance.definitionId, definitionId, version, nodes: move.nodes };
    tx.emit(engineEvents.migrated(payload, { instanceId: instance.id, affects: 'moved', reason: move.reason }));
  }

  private async carry(tx: Tx, { instance, definition }: WorkflowSession, { definitionId, nodes }: MigrationMove): Promise<Carried> {
    const target = await this.definitions.require(tx, definitionId);
    const { definitionKey: key, state, variables, id: instanceId } = instance;
    if (target.view.key !== key) throw engineErrors.OTHER_PROCESS({ key, other: target.view.key });
    const course = await this.instances.findCourse(tx, instanceId);
    if (!course) throw engineErrors.COURSE_MISSING({ instanceId });
    const [from, to] = [definition.process, target.process];
    const result = migrate({ from, to, nodes, course }, { ...(state && { state }), variables }, { now: tx.now });
    return { target, elements: elementMap(from, to, nodes), result };
  }
}

function named({ definition }: WorkflowSession, misfit: Misfit): MigrationMisfit {
  return { ...misfit, nodeName: definition.process.nodes.get(misfit.nodeId)?.name ?? misfit.nodeId };
}
