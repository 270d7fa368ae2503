import type { JsonObject } from '@fashen/plugin-api';
import { z } from 'zod';

/** How a discussion may end: agreed, agreed with a change, more to investigate, no penalty, transfer, no agreement. */
export const OUTCOMES = ['AGREE', 'CHANGE', 'INVESTIGATE', 'NO_PENALTY', 'TRANSFER', 'NONE'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The steps of a meeting a task can be. */
export const STEPS = ['convene', 'view', 'conclude', 'sign'] as const;

/** The extension element. */
export const meetingBinding = z.object({
  step: z.enum(STEPS),
  /** Roles whose holders are the heads of the organ, separated by blanks. */
  heads: z
    .string()
    .default('chief-head deputy-head')
    .transform((text) => text.split(/\s+/).filter(Boolean)),
  /** Decision that says how many heads a meeting needs. */
  quorum: z.string().default('discussion-quorum'),
});
export type MeetingBinding = z.infer<typeof meetingBinding>;

const ids = z.array(z.string()).default([]);
const text = z.string().default('');

const meeting = z.object({
  number: text,
  place: text,
  presiding: z.string(),
  recorder: text,
  present: ids,
  absent: ids,
  absentReason: text,
  recused: ids,
  recusedReason: text,
  attendants: text,
});
/** A meeting as it is convened. */
export type MeetingCall = z.infer<typeof meeting>;

const view = z.object({ stance: z.enum(OUTCOMES), reason: z.string().trim().min(1) });
/** What one head thinks, and why. */
export type HeadView = z.infer<typeof view>;

const conclusion = z.object({ conclusion: z.enum(OUTCOMES), reason: z.string().trim().min(1) });

const signature = z.object({ signed: z.boolean(), note: text });
export type MinutesSignature = z.infer<typeof signature>;

const withoutNulls = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, entry]) => entry !== null))
    : value;
const read = <T>(shape: z.ZodType<T>, value: unknown): T | undefined => shape.safeParse(withoutNulls(value)).data;

/** Reads what a form said of the meeting; undefined when it cannot be read. */
export const meetingOf = (variables: JsonObject): MeetingCall | undefined => read(meeting, variables['meeting']);
/** Reads the view of a head. */
export const viewOf = (output: JsonObject): HeadView | undefined => read(view, output['view']);
/** Reads the conclusion of the presiding head, which is that head's view. */
export const conclusionOf = (output: JsonObject): HeadView | undefined => {
  const told = read(conclusion, output['discussion']);
  return told && { stance: told.conclusion, reason: told.reason };
};
/** Reads a signature under the minutes. */
export const signatureOf = (output: JsonObject): MinutesSignature | undefined => read(signature, output['minutesSignature']);

/** Answer of the decision on the quorum: how many heads must be present, why, and how sure that is (V1 law … V3 to be confirmed). */
export const quorumAnswer = z.object({
  needed: z.number().min(0),
  rule: z.string(),
  source: z.string(),
  confidence: z.enum(['V1', 'V2', 'V3']),
});
export type Quorum = z.infer<typeof quorumAnswer>;

/** A view, dissent, conclusion or signature as the record of the meeting shows it. */
export interface ViewEntry {
  readonly id: string;
  readonly kind: 'VIEW' | 'CONCLUSION' | 'DISSENT' | 'SIGNATURE';
  readonly personId: string;
  readonly personName: string;
  readonly stance: string;
  readonly reason: string;
  /** ISO 8601. */
  readonly givenAt: string;
}

/** A meeting with everything said in it. Process information of the organ: never for the party. */
export interface MeetingEntry {
  readonly id: string;
  readonly audience: 'INTERNAL';
  readonly draftHash: string;
  readonly purpose: string;
  readonly call: MeetingCall;
  readonly quorum: Quorum;
  /** ISO 8601. */
  readonly convenedAt: string;
  readonly entries: readonly ViewEntry[];
}
