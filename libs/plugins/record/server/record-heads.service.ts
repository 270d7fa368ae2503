import { Injectable } from '@nestjs/common';
import type { Tx } from '@fashen/plugin-api';
import { GENESIS, RecordHeads } from '../model';
import { RecordRepository, recordRows } from './record.repository';

/** Reads places of the record. */
@Injectable()
export class RecordHeadsService extends RecordHeads {
  constructor(private readonly repository: RecordRepository) {
    super();
  }

  async head(tx: Tx, instanceId: string): Promise<string> {
    return (await this.repository.findLast(tx, instanceId))?.sha256 ?? GENESIS.sha256;
  }

  async has(tx: Tx, instanceId: string, sha256: string): Promise<boolean> {
    if (sha256 === GENESIS.sha256) return true;
    for await (const row of recordRows(this.repository.source(tx), instanceId)) if (row.sha256 === sha256) return true;
    return false;
  }

  async tells(tx: Tx, instanceId: string, { name, hash }: { name: string; hash: string }): Promise<boolean> {
    for await (const row of recordRows(this.repository.source(tx), instanceId)) {
      if (row.act === name && (JSON.parse(row.payload) as { hash?: unknown }).hash === hash) return true;
    }
    return false;
  }
}
