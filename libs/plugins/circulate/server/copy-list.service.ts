import { Injectable } from '@nestjs/common';
import { type Page, type Tx } from '@fashen/plugin-api';
import { circulateErrors, type CopyListQuery, type CopyReply } from '../model';
import { CaseReadersService } from './case-readers.service';
import { CopyDescriptionService } from './copy-description.service';
import { CopyRepository, type Place } from './copy.repository';

/** The cases a person got to read. */
@Injectable()
export class CopyListService {
  constructor(
    private readonly copies: CopyRepository,
    private readonly readers: CaseReadersService,
    private readonly descriptions: CopyDescriptionService,
  ) {}

  /** Newest first. Copies that give no access any more are left out. */
  async list(tx: Tx, { view, after, limit }: CopyListQuery): Promise<Page<CopyReply>> {
    const before = after === undefined ? undefined : placeOf(after);
    const query = { personId: tx.actor.personId, isRead: view === 'read', limit: limit + 1, ...(before && { before }) };
    const found = await this.copies.ofPerson(tx, query);
    const shown = found.slice(0, limit);
    const standing = shown.filter((copy) => this.readers.stands(tx, copy));
    const last = found.length > limit ? shown.at(-1) : undefined;
    return { items: await this.descriptions.describe(tx, standing), ...(last && { next: keyOf(last) }) };
  }

  async counts(tx: Tx): Promise<{ readonly unread: number }> {
    return { unread: await this.copies.countUnread(tx, tx.actor.personId) };
  }
}

const keyOf = ({ sentAt, id }: Place): string => `${sentAt}.${id}`;

function placeOf(key: string): Place {
  const [, sentAt, id] = /^(\d{1,15})\.([0-9a-f-]{36})$/.exec(key) ?? [];
  if (sentAt === undefined || id === undefined) throw circulateErrors.PAGE_KEY_INVALID();
  return { sentAt: Number(sentAt), id };
}
