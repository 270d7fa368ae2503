import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CaseAccess, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { filledPhrase, opinionErrors, type PHRASE_VARIABLES, type PhraseBody, type PhraseReply } from '../model';
import { type Phrase, PhraseRepository } from './phrase.repository';

type Owner = Pick<Phrase, 'scope' | 'ownerId'>;

/** Phrases of a person, of a unit and of a step. */
@Injectable()
export class PhraseService {
  constructor(
    private readonly access: CaseAccess,
    private readonly tasks: Tasks,
    private readonly repository: PhraseRepository,
  ) {}

  /** What the actor may use, most used first; with a task also those of its step, all gaps filled. */
  async list(tx: Tx, taskId: string | undefined): Promise<readonly PhraseReply[]> {
    const task = taskId === undefined ? undefined : await this.tasks.require(tx, taskId);
    if (task) await this.access.requireOfTask(tx, task);
    const step: readonly Owner[] = task ? [{ scope: 'node', ownerId: stepOf(task.definitionKey, task.nodeId) }] : [];
    const found = await this.repository.of(tx, [...ownersOf(tx), ...step]);
    const values = task ? valuesOf(tx, task) : {};
    return found.map((phrase) => ({
      ...{ id: phrase.id, scope: phrase.scope, text: phrase.text, uses: phrase.uses },
      filled: filledPhrase(phrase.text, values),
      mayRemove: mayKeep(tx, phrase.scope),
    }));
  }

  /** Adds a phrase. Those of units and steps need the permission. */
  async add(tx: Tx, body: PhraseBody): Promise<{ readonly id: string }> {
    const ownerId = ownerIdOf(tx, body);
    if (ownerId === undefined || !mayKeep(tx, body.scope)) throw opinionErrors.NOT_YOUR_PHRASE({});
    const id = randomUUID();
    await this.repository.add(tx, { id, scope: body.scope, ownerId, text: body.text });
    return { id };
  }

  /** Counts that the actor used a phrase. */
  async use(tx: Tx, phraseId: string): Promise<void> {
    await this.requireOwn(tx, phraseId);
    await this.repository.countUse(tx, phraseId);
  }

  async remove(tx: Tx, phraseId: string): Promise<void> {
    const { scope } = await this.requireOwn(tx, phraseId);
    if (!mayKeep(tx, scope)) throw opinionErrors.NOT_YOUR_PHRASE({ phraseId });
    await this.repository.remove(tx, phraseId);
  }

  /** Somebody else's phrase does not exist for the actor. */
  private async requireOwn(tx: Tx, phraseId: string): Promise<Phrase> {
    const phrase = await this.repository.find(tx, phraseId);
    const isOwn =
      phrase?.scope === 'node' || ownersOf(tx).some(({ scope, ownerId }) => scope === phrase?.scope && ownerId === phrase.ownerId);
    if (!phrase || !isOwn) throw opinionErrors.PHRASE_MISSING({ phraseId });
    return phrase;
  }
}

const stepOf = (definitionKey: string, nodeId: string): string => `${definitionKey}/${nodeId}`;

const mayKeep = (tx: Tx, scope: Phrase['scope']): boolean => scope === 'personal' || tx.actor.permissions.includes('opinion.managePhrases');

function ownersOf(tx: Tx): readonly Owner[] {
  const { personId, unitId } = tx.actor;
  return [{ scope: 'personal', ownerId: personId }, ...(unitId ? [{ scope: 'unit' as const, ownerId: unitId }] : [])];
}

function ownerIdOf(tx: Tx, { scope, definitionKey, nodeId }: PhraseBody): string | undefined {
  if (scope === 'personal') return tx.actor.personId;
  if (scope === 'unit') return tx.actor.unitId;
  return definitionKey === undefined || nodeId === undefined ? undefined : stepOf(definitionKey, nodeId);
}

function valuesOf(tx: Tx, task: TaskView): Readonly<Record<(typeof PHRASE_VARIABLES)[number], string>> {
  return { 案号: task.businessKey, 案件名称: task.title, 环节: task.nodeName, 姓名: tx.actor.name };
}
