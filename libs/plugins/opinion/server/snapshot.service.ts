import { Injectable } from '@nestjs/common';
import { Instances, type Json, type JsonObject, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { AttachmentHashes } from '@fashen/plugins/attachment/model';
import { answerIn } from '@fashen/plugins/form/model';
import { canonicalJson, RecordHeads } from '@fashen/plugins/record/model';
import { changedPaths, type OpinionContent, opinionEvents, type SignedContent, type SignedSnapshot, type UncoveredPart } from '../model';
import { contentHash, digestOf, opinionHash } from './digest';
import type { Signature } from './signature.repository';

/** Takes the snapshot that is signed, and compares it later with what is stored. */
@Injectable()
export class SnapshotService {
  constructor(
    private readonly instances: Instances,
    private readonly attachments: AttachmentHashes,
    private readonly record: RecordHeads,
    private readonly tasks: Tasks,
  ) {}

  /** What the actor sees and says now, as canonical text. The caller holds the case. */
  async take(tx: Tx, task: TaskView, { content, method }: { content: SignedContent; method: string }): Promise<string> {
    const caseId = task.instanceId;
    const { definitionKey, definitionVersion } = await this.instances.require(tx, caseId);
    const snapshot: SignedSnapshot = {
      op: content.op,
      caseId,
      taskId: task.id,
      signerId: tx.actor.personId,
      method,
      contentHash: contentHash(content),
      formHash: digestOf(canonicalJson(content.data)),
      opinionHash: opinionHash(content.opinion),
      attachmentHashes: [...(await this.attachments.of(tx, caseId))].sort(),
      ruleVersion: `${definitionKey}:${definitionVersion}`,
      time: tx.now.getTime(),
      prevRecordHash: await this.record.head(tx, caseId),
    };
    return canonicalJson({ ...snapshot } satisfies Json);
  }

  /** Everything that is not as it was signed. */
  async compare(tx: Tx, signature: Signature, opinion: Submitted | undefined): Promise<Comparison> {
    const snapshot = JSON.parse(signature.snapshot) as SignedSnapshot;
    const kept = await this.kept(tx, signature.instanceId, opinion?.taskId ?? snapshot.taskId);
    // A vote or a review is no case data: it stands in what was signed and nowhere else under the same names.
    const changed = snapshot.op === 'act' ? [] : changedPaths(JSON.parse(signature.shown) as JsonObject, kept);
    const files = await this.attachments.of(tx, signature.instanceId);
    const { hash, instanceId } = signature;
    const isTold = await this.record.tells(tx, instanceId, { name: opinionEvents.signed.eventName, hash });
    const checks: readonly (readonly [UncoveredPart, boolean])[] = [
      ['snapshot', digestOf(signature.snapshot) === hash && (snapshot.method ?? signature.method) === signature.method && isTold],
      ['form', digestOf(signature.shown) === snapshot.formHash],
      ['data', changed.length === 0],
      ['opinion', opinion !== undefined && opinionHash(opinion) === snapshot.opinionHash],
      ['attachments', snapshot.attachmentHashes.every((file) => files.includes(file))],
      ['record', await this.record.has(tx, instanceId, snapshot.prevRecordHash)],
    ];
    const uncovered = checks.filter(([, holds]) => !holds).map(([part]) => part);
    return { uncovered, changedPaths: changed, addedLater: files.filter((file) => !snapshot.attachmentHashes.includes(file)) };
  }

  /** Where the answers that were signed stand now: in the case data, or at the end of one person's part of a step. */
  private async kept(tx: Tx, instanceId: string, taskId: string): Promise<JsonObject> {
    const task = await this.tasks.find(tx, taskId);
    const answer = task?.kind === 'SEAT' ? answerIn(task.outcome) : undefined;
    return answer ?? (await this.instances.require(tx, instanceId)).variables;
  }
}

type Submitted = OpinionContent & { readonly taskId: string };

/** How what is stored differs from what was signed. */
export interface Comparison {
  readonly uncovered: readonly UncoveredPart[];
  readonly changedPaths: readonly string[];
  readonly addedLater: readonly string[];
}
