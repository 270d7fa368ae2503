import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { AttachmentHashes } from '../model';
import { AttachmentRepository } from './attachment.repository';

/** Answers with the hashes under which the files were added. */
@Injectable()
export class AttachmentHashesService extends AttachmentHashes {
  constructor(private readonly repository: AttachmentRepository) {
    super();
  }

  async of(tx: Tx, instanceId: string): Promise<readonly string[]> {
    return (await this.repository.list(tx, instanceId)).map((file) => file.sha256);
  }
}
