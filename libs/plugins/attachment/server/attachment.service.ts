import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CaseAccess, Directory, type InstanceView, isWorkflowError, type Tx } from '@fashen/plugin-api';
import { attachmentErrors, attachmentEvents, type AttachmentCategory, type AttachmentList, type AttachmentReply } from '../model';
import { ATTACHMENT_CONFIG, type AttachmentConfig, MEGABYTE } from './attachment.config';
import { type Attachment, AttachmentRepository } from './attachment.repository';

/** A file to be added to a case; it lies in the store already. */
export interface NewAttachment {
  readonly name: string;
  readonly category: AttachmentCategory;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
  readonly sm3: string;
}

/** Files of cases. Who may see the case may see its files, who takes part may add some; nobody changes or removes one. */
@Injectable()
export class AttachmentService {
  constructor(
    private readonly repository: AttachmentRepository,
    private readonly access: CaseAccess,
    private readonly directory: Directory,
    @Inject(ATTACHMENT_CONFIG) private readonly config: AttachmentConfig,
  ) {}

  /** Throws unless the actor may add a file of this many bytes to the case. Asked before a file is received and again with it. */
  async requireRoom(tx: Tx, instanceId: string, bytes: number): Promise<InstanceView> {
    const instance = await this.access.requirePart(tx, instanceId);
    if (instance.status !== 'RUNNING') throw attachmentErrors.CASE_CLOSED({ instanceId });
    const { maxFilesPerCase, maxCaseMegabytes } = this.config;
    const present = await this.repository.measure(tx, instanceId);
    if (present.count >= maxFilesPerCase) throw attachmentErrors.TOO_MANY({ maxFilesPerCase });
    if (present.bytes + bytes > maxCaseMegabytes * MEGABYTE) throw attachmentErrors.CASE_FULL({ maxCaseMegabytes });
    return instance;
  }

  /** Adds a stored file to the case. The record of the case keeps its hashes. */
  async add(tx: Tx, instanceId: string, file: NewAttachment): Promise<AttachmentReply> {
    await this.requireRoom(tx, instanceId, file.size);
    const attachment: Attachment = { ...file, id: randomUUID(), instanceId, addedBy: tx.actor.personId, addedAt: tx.now.getTime() };
    await this.repository.add(tx, attachment);
    const { name, category, mediaType, size, sha256, sm3 } = file;
    tx.emit(attachmentEvents.added({ attachmentId: attachment.id, name, category, mediaType, size, sha256, sm3 }, { instanceId }));
    return replyOf(attachment, tx.actor.name);
  }

  /** Files of a case, oldest first. */
  async list(tx: Tx, instanceId: string): Promise<AttachmentList> {
    const instance = await this.access.require(tx, instanceId);
    const mayAdd = instance.status === 'RUNNING' && (await this.access.takesPart(tx, instance));
    const found = await this.repository.list(tx, instanceId);
    const names = await this.namesOf(tx, new Set(found.map((one) => one.addedBy)));
    return { mayAdd, items: found.map((one) => replyOf(one, names.get(one.addedBy) ?? one.addedBy)) };
  }

  /** A file the actor may see. Unknown and foreign files give the same answer. */
  async require(tx: Tx, attachmentId: string): Promise<Attachment> {
    const attachment = await this.repository.find(tx, attachmentId);
    if (!attachment || !(await this.maySee(tx, attachment.instanceId))) throw attachmentErrors.MISSING({ attachmentId });
    return attachment;
  }

  private async maySee(tx: Tx, instanceId: string): Promise<boolean> {
    try {
      await this.access.require(tx, instanceId);
      return true;
    } catch (error) {
      if (isWorkflowError(error) && error.kind === 'missing') return false;
      throw error;
    }
  }

  private async namesOf(tx: Tx, personIds: ReadonlySet<string>): Promise<ReadonlyMap<string, string>> {
    const names = new Map<string, string>();
    for (const personId of personIds) names.set(personId, (await this.directory.find(tx, personId))?.name ?? personId);
    return names;
  }
}

const replyOf = (one: Attachment, addedByName: string): AttachmentReply => ({
  id: one.id,
  name: one.name,
  category: one.category,
  mediaType: one.mediaType,
  size: one.size,
  sha256: one.sha256,
  sm3: one.sm3,
  addedBy: one.addedBy,
  addedByName,
  addedAt: one.addedAt,
});
