/** Collective discussion by the heads of the organ: who meets, who says what, what follows. */
export { discussionErrors } from './discussion.errors';
export { discussionEvents } from './discussion.events';
export { discussionLint } from './discussion.lint';
export { conclusionOf, meetingBinding, meetingOf, OUTCOMES, quorumAnswer, signatureOf, STEPS, viewOf } from './discussion.schema';
export type {
  HeadView,
  MeetingBinding,
  MeetingCall,
  MeetingEntry,
  MinutesSignature,
  Outcome,
  Quorum,
  ViewEntry,
} from './discussion.schema';
export { conveningRefusal, dissentsFrom, silentOf, speakersOf, unsignedOf } from './meeting.rules';
export type { Convening } from './meeting.rules';
