import { Injectable } from '@nestjs/common';
import { Directory, type Page, type Tx } from '@fashen/plugin-api';
import { deputyErrors, type HandOverReply, type NewHandOver, type SettlementBody } from '../model';
import { HandOverItemService } from './hand-over-item.service';
import { type HandOver, HandOverRepository } from './hand-over.repository';
import { HandOverStartService } from './hand-over-start.service';

const MOST_SHOWN = 50;

/** Hands over what a leaving person holds: a list first, then one job per entry, then what is left one by one. */
@Injectable()
export class HandOverService {
  constructor(
    private readonly repository: HandOverRepository,
    private readonly starts: HandOverStartService,
    private readonly items: HandOverItemService,
    private readonly directory: Directory,
  ) {}

  async start(tx: Tx, body: NewHandOver): Promise<HandOverReply> {
    await this.directory.require(tx, body.leaverId);
    if (body.successorId === body.leaverId) throw deputyErrors.SELF({ personId: body.leaverId });
    if (body.successorId !== undefined && !(await this.directory.find(tx, body.successorId))?.active)
      throw deputyErrors.TARGET_INACTIVE({ personId: body.successorId });
    return this.replyOf(tx, await this.starts.start(tx, body));
  }

  /** Settles every entry at once, for a unit that is taken back: what will go over, what will not, and why. */
  async rehearse(tx: Tx, body: NewHandOver): Promise<HandOverReply> {
    const { id, items } = await this.start(tx, body);
    for (const item of items) await this.items.settle(tx, item.id);
    return this.get(tx, id);
  }

  /** The open tasks a rule speaks of go to the deputy for good. */
  async startForRule(tx: Tx, ruleId: string): Promise<HandOverReply> {
    return this.replyOf(tx, await this.starts.startForRule(tx, ruleId));
  }

  async list(tx: Tx): Promise<Page<HandOverReply>> {
    const found = await this.repository.list(tx, MOST_SHOWN);
    return { items: await Promise.all(found.map((one) => this.replyOf(tx, one))) };
  }

  async get(tx: Tx, handOverId: string): Promise<HandOverReply> {
    return this.replyOf(tx, await this.require(tx, handOverId));
  }

  /** Settles an exception: for another successor, or because it was changed by hand where it stands. */
  async settle(tx: Tx, handOverId: string, itemId: string, body: SettlementBody): Promise<HandOverReply> {
    const handOver = await this.require(tx, handOverId);
    const item = await this.repository.lockItem(tx, itemId);
    if (item?.handOverId !== handOverId) throw deputyErrors.HAND_OVER_MISSING({ handOverId });
    if (item.state !== 'CONFLICT' && item.state !== 'BY_HAND') throw deputyErrors.ITEM_SETTLED({ state: item.state });
    if (item.state === 'BY_HAND') await this.repository.settle(tx, itemId, { state: 'DONE' });
    else await this.items.settle(tx, itemId, body);
    return this.replyOf(tx, handOver);
  }

  private async require(tx: Tx, handOverId: string): Promise<HandOver> {
    const handOver = await this.repository.find(tx, handOverId);
    if (!handOver) throw deputyErrors.HAND_OVER_MISSING({ handOverId });
    return handOver;
  }

  private async replyOf(tx: Tx, handOver: HandOver): Promise<HandOverReply> {
    const { id, leaverId, successorId, successorRole, reason, createdAt } = handOver;
    const items = await this.repository.items(tx, id);
    const people = [leaverId, successorId, ...items.map((item) => item.successorId)].filter((one) => one !== undefined);
    const names = await this.directory.names(tx, people);
    const withState = (...states: readonly string[]): number => items.filter(({ state }) => states.includes(state)).length;
    return {
      ...{ id, leaverId, leaverName: names.get(leaverId) ?? leaverId, reason, createdAt: new Date(createdAt).toISOString() },
      ...(successorId !== undefined && { successorId, successorName: names.get(successorId) ?? successorId }),
      ...(successorRole !== undefined && { successorRole }),
      ...{ total: items.length, pending: withState('PENDING'), exceptions: withState('CONFLICT', 'BY_HAND') },
      items: items.map((item) => ({
        ...item,
        ...(item.successorId && { successorName: names.get(item.successorId) ?? item.successorId }),
      })),
    };
  }
}
