import { Injectable } from '@nestjs/common';
import { Decisions, Directory, type JsonObject, type Tx } from '@fashen/plugin-api';
import { CaseGate, factsOf } from '@fashen/plugins/legal-review/model';
import { conveningRefusal, discussionErrors, discussionEvents, type MeetingBinding, meetingOf, type Quorum, quorumAnswer } from '../model';
import { MeetingRepository } from './meeting.repository';

/** A meeting to be convened in a process. */
export interface ConveningRequest {
  readonly processId: string;
  readonly variables: JsonObject;
  readonly binding: MeetingBinding;
}

const MOST_HEADS = 200;

/** Convenes meetings: the case is ready, the heads are heads, enough of them are there. */
@Injectable()
export class ConveningService {
  constructor(
    private readonly gate: CaseGate,
    private readonly directory: Directory,
    private readonly decisions: Decisions,
    private readonly repository: MeetingRepository,
  ) {}

  /** Keeps the meeting with the draft it is about; refused while the case is not ready or the meeting is not one. */
  async convene(tx: Tx, { processId, variables, binding }: ConveningRequest): Promise<void> {
    const call = meetingOf(variables);
    if (!call) throw discussionErrors.MEETING_UNCLEAR();
    const purpose = variables['purpose'] === 'NO_PENALTY' ? 'NO_PENALTY' : 'PENALTY';
    await this.gate.requireMayDiscuss(tx, processId, purpose);
    const headIds = await this.headsOf(tx, binding);
    const quorum = await this.quorumOf(tx, binding, headIds.length);
    const { discussionMinHeads: minHeads } = await this.gate.parametersOf(tx, processId);
    const { lead, co } = factsOf(variables).officers;
    const handlerIds = [lead, co].filter((id) => id !== undefined);
    const refusal = conveningRefusal({ call, headIds, handlerIds, quorum, minHeads });
    if (refusal) throw refusal;
    const { caseId, draftHash } = await this.gate.standing(tx, processId);
    const meetingId = await this.repository.add(tx, { caseId, processId, draftHash, purpose, call, quorum });
    const needed = Math.max(quorum.needed, minHeads);
    tx.emit(discussionEvents.convened({ meetingId, draftHash, present: call.present, needed }, { instanceId: processId }));
  }

  private async headsOf(tx: Tx, { heads }: MeetingBinding): Promise<readonly string[]> {
    const found = new Set<string>();
    for (const role of heads) {
      const { items } = await this.directory.list(tx, { role, limit: MOST_HEADS });
      for (const person of items) if (person.active) found.add(person.id);
    }
    return [...found];
  }

  private async quorumOf(tx: Tx, { quorum: key }: MeetingBinding, heads: number): Promise<Quorum> {
    const { output } = await this.decisions.evaluate(tx, { key, input: { heads } });
    const answer = quorumAnswer.safeParse(output);
    if (!answer.success) throw discussionErrors.QUORUM_UNREADABLE({ decision: key });
    return answer.data;
  }
}
