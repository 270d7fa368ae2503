import { Injectable } from '@nestjs/common';
import { Directory, type JsonObject, type Tx } from '@fashen/plugin-api';
import { CaseGate } from '@fashen/plugins/legal-review/model';
import {
  conclusionOf,
  discussionErrors,
  discussionEvents,
  dissentsFrom,
  type HeadView,
  OUTCOMES,
  signatureOf,
  silentOf,
  speakersOf,
  unsignedOf,
  type ViewEntry,
  viewOf,
} from '../model';
import { type KeptMeeting, MeetingRepository } from './meeting.repository';

/** What is said at a meeting, in its order: the heads, last the one who presides, then the signatures. */
@Injectable()
export class MeetingService {
  constructor(
    private readonly gate: CaseGate,
    private readonly directory: Directory,
    private readonly repository: MeetingRepository,
  ) {}

  /** What one head says: a view, or a signature under the minutes. */
  hear(tx: Tx, step: 'view' | 'sign', { processId, output }: { processId: string; output: JsonObject }): Promise<void> {
    return step === 'view' ? this.speak(tx, processId, output) : this.sign(tx, processId, output);
  }

  /** Who took part and has left since has no seat; the step does not end as if they had spoken, or signed. */
  async requireAllHeard(tx: Tx, step: 'view' | 'sign', processId: string): Promise<void> {
    const { id, call } = await this.require(tx, processId);
    const kind = step === 'view' ? 'VIEW' : 'SIGNATURE';
    const heard = (await this.repository.viewsOf(tx, id)).filter((one) => one.kind === kind).map(({ personId }) => personId);
    if (step === 'view') return requireNobody(silentOf(call, heard), (persons) => discussionErrors.VIEWS_MISSING({ persons }));
    const names = await this.directory.names(tx, unsignedOf(call, heard));
    requireNobody([...names.values()], (missing) => discussionErrors.SIGNATURES_MISSING({ names: missing.join('、') }));
  }

  /** One head speaks, once. */
  private async speak(tx: Tx, processId: string, output: JsonObject): Promise<void> {
    const meeting = await this.require(tx, processId);
    const { personId } = tx.actor;
    if (!speakersOf(meeting.call).includes(personId)) throw discussionErrors.NOT_AT_THE_MEETING({ personId });
    await this.keepView(tx, meeting, requireView(viewOf(output)), { processId });
  }

  /** The presiding head speaks last and states the conclusion; who differs is put on record. */
  async conclude(tx: Tx, processId: string, output: JsonObject): Promise<void> {
    const meeting = await this.require(tx, processId);
    const view = requireView(conclusionOf(output));
    if (tx.actor.personId !== meeting.call.presiding) throw discussionErrors.NOT_AT_THE_MEETING({ personId: tx.actor.personId });
    const earlier = (await this.repository.viewsOf(tx, meeting.id)).filter(({ kind }) => kind === 'VIEW');
    const silent = silentOf(
      meeting.call,
      earlier.map(({ personId }) => personId),
    );
    requireNobody(silent, (persons) => discussionErrors.VIEWS_MISSING({ persons }));
    await this.keepView(tx, meeting, view, { processId, kind: 'CONCLUSION' });
    const dissents = dissentsFrom(view.stance, earlier.map(asView));
    for (const { entry } of dissents) await this.repository.addView(tx, meeting, { ...entry, kind: 'DISSENT' });
    const event = { meetingId: meeting.id, conclusion: view.stance, dissenters: dissents.length };
    tx.emit(discussionEvents.concluded(event, { instanceId: processId }));
  }

  /** One head signs the minutes, or says why not. */
  private async sign(tx: Tx, processId: string, output: JsonObject): Promise<void> {
    const meeting = await this.require(tx, processId);
    const signature = signatureOf(output);
    if (!signature || (!signature.signed && signature.note.trim() === '')) throw discussionErrors.VIEW_UNCLEAR();
    const { personId } = tx.actor;
    if (!meeting.call.present.includes(personId)) throw discussionErrors.NOT_AT_THE_MEETING({ personId });
    const stance = signature.signed ? 'SIGNED' : 'REFUSED';
    const viewId = await this.addOnce(tx, meeting, { kind: 'SIGNATURE', stance, reason: signature.note });
    tx.emit(discussionEvents.signed({ meetingId: meeting.id, viewId, isSigned: signature.signed }, { instanceId: processId }));
  }

  /** The meeting of this process, on the draft as it still stands. */
  private async require(tx: Tx, processId: string): Promise<KeptMeeting> {
    const meeting = await this.repository.findLast(tx, processId);
    if (!meeting) throw discussionErrors.MEETING_MISSING();
    const { draftHash } = await this.gate.standing(tx, processId);
    if (draftHash !== meeting.draftHash) throw discussionErrors.DRAFT_CHANGED({ meetingId: meeting.id });
    return meeting;
  }

  private async keepView(tx: Tx, meeting: KeptMeeting, view: HeadView, at: { processId: string; kind?: 'CONCLUSION' }): Promise<void> {
    const viewId = await this.addOnce(tx, meeting, { kind: at.kind ?? 'VIEW', ...view });
    tx.emit(discussionEvents.viewGiven({ meetingId: meeting.id, viewId }, { instanceId: at.processId }));
  }

  private async addOnce(tx: Tx, meeting: KeptMeeting, said: Pick<ViewEntry, 'kind' | 'stance' | 'reason'>): Promise<string> {
    const { personId } = tx.actor;
    const before = await this.repository.viewsOf(tx, meeting.id);
    if (before.some((one) => one.kind === said.kind && one.personId === personId)) throw discussionErrors.ALREADY_SPOKEN({ personId });
    const { name } = await this.directory.require(tx, personId);
    return this.repository.addView(tx, meeting, { ...said, personId, personName: name });
  }
}

function requireNobody(missing: readonly string[], refusal: (missing: readonly string[]) => Error): void {
  if (missing.length > 0) throw refusal(missing);
}

function requireView(view: HeadView | undefined): HeadView {
  if (!view) throw discussionErrors.VIEW_UNCLEAR();
  return view;
}

const asView = (entry: ViewEntry): { entry: ViewEntry; view: HeadView } => ({
  entry,
  view: { stance: OUTCOMES.find((one) => one === entry.stance) ?? 'NONE', reason: entry.reason },
});
