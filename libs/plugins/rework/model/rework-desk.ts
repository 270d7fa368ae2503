import type { Tx } from '@fashen/plugin-api';
import type { JumpBody, JumpReply, MovedReply, ReasonBody, ResubmissionBody, ReturnBody, TargetsReply } from './rework.schema';

/** What this plugin does, for other plugins and for those who drive cases. Every rule and every check of the actor holds here too. */
export abstract class ReworkDesk {
  abstract targets(tx: Tx, taskId: string): Promise<TargetsReply>;
  abstract giveBack(tx: Tx, taskId: string, body: ReturnBody): Promise<MovedReply>;
  abstract resubmit(tx: Tx, taskId: string, body: ResubmissionBody): Promise<MovedReply>;
  abstract reject(tx: Tx, taskId: string, body: ReasonBody): Promise<MovedReply>;
  abstract takeBack(tx: Tx, taskId: string, body: ReasonBody): Promise<MovedReply>;
  abstract withdraw(tx: Tx, caseId: string, body: ReasonBody): Promise<MovedReply>;
  abstract jump(tx: Tx, caseId: string, body: JumpBody): Promise<JumpReply>;
}
