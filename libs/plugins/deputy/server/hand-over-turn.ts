import type { HandOverItem, SettlementBody } from '../model';
import type { HandOver } from './hand-over.repository';

/** One entry of a hand-over, and for whom it is settled. */
export interface Turn {
  readonly handOver: HandOver;
  readonly item: HandOverItem;
  readonly to: SettlementBody;
}
