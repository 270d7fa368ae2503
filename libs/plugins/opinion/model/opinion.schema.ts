import { z } from 'zod';
import { SIGNATURE_MEANS } from './signature-means.rules';

/** Moddle type of the extension element, and the key under which a model element carries it. */
export const POLICY = 'opinion:Policy';

/** Which signature a step may ask for: none, one by any means that the bureau allows, or one by the password. */
export const SIGNATURE_METHODS = ['none', 'any', 'password'] as const;

const flag = z.enum(['true', 'false']).default('false');

/** Phrases of a list attribute, which are separated by `|`. */
export function phrasesOf(text: string): readonly string[] {
  return text
    .split('|')
    .map((phrase) => phrase.trim())
    .filter(Boolean);
}

/** Reads the extension element. A published model always parses: the lint rule of this plugin has looked at it. */
export const opinionPolicy = z.object({
  required: flag.transform((text) => text === 'true'),
  minLength: z.coerce.number().int().min(0).max(2000).default(0),
  forbiddenPhrases: z.string().default('').transform(phrasesOf),
  signature: z.enum(SIGNATURE_METHODS).default('none'),
});
export type OpinionPolicy = z.infer<typeof opinionPolicy>;

/** What a person says. */
export const opinionContent = z.strictObject({
  text: z.string().max(5000).default(''),
  result: z.string().max(60).optional(),
  /** Cited clauses, such as `行政处罚法 第五十八条`. */
  clauses: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
});
export type OpinionContent = z.infer<typeof opinionContent>;

const answers = z.record(z.string(), z.json());

/** Body of `PUT /tasks/:id/draft`. What is absent stays as it was. */
export const draftBody = z.strictObject({
  /** Version of the task the person sees. */
  baseVersion: z.number().int().min(0),
  /** Revision of the draft this window began with or has saved last, 0 for none. Absent: whatever another window has saved is replaced. */
  revision: z.number().int().min(0).optional(),
  opinion: opinionContent.optional(),
  /** Answers of the form, of this version of it; `null` throws them away. */
  form: z
    .strictObject({ version: z.number().int().min(0), data: answers })
    .nullable()
    .optional(),
  /** The same as `revision`, for the answers. */
  formRevision: z.number().int().min(0).optional(),
  /** Keeps the opinion as it stands among the versions of the draft. */
  keepVersion: z.boolean().default(false),
});
export type DraftBody = z.infer<typeof draftBody>;

/** Everything an act submits. `complete`: the data go into the case as they are; `act`: a vote or a review, which is kept elsewhere. */
export const signedContent = z.strictObject({ op: z.enum(['complete', 'act']), data: answers, opinion: opinionContent });

/** Parameters of the refusals `SIGNATURE_REQUIRED` and `SIGNATURE_STALE`: what is to be signed, and by what. */
export const wantedSignature = z.object({ content: signedContent, hash: z.string(), means: z.array(z.enum(SIGNATURE_MEANS)) });
export type WantedSignature = z.infer<typeof wantedSignature>;

const secret = z.string().min(1).max(256);

/** Body of `POST /tasks/:id/opinion-signature`: what is signed, and the one proof of who signs. */
export const signatureBody = z
  .strictObject({ password: secret.optional(), pin: secret.max(32).optional(), content: signedContent })
  .refine(({ password, pin }) => (password === undefined) !== (pin === undefined), { path: ['password'] });
export type SignatureBody = z.infer<typeof signatureBody>;

/** Body of `POST /opinions/:id/correction`. */
export const correctionBody = opinionContent.extend({ reason: z.string().trim().min(1).max(500) });
export type CorrectionBody = z.infer<typeof correctionBody>;

/** Body of `POST /phrases`. */
export const phraseBody = z.strictObject({
  scope: z.enum(['personal', 'unit', 'node']),
  text: z.string().trim().min(1).max(500),
  /** Scope `node`: process and step. */
  definitionKey: z.string().max(100).optional(),
  nodeId: z.string().max(200).optional(),
});
export type PhraseBody = z.infer<typeof phraseBody>;

/** Query of `GET /phrases`. */
export const phraseQuery = z.strictObject({ taskId: z.string().max(36).optional() });
export type PhraseQuery = z.infer<typeof phraseQuery>;

/** Query of `GET /tasks/:id/clauses`. */
export const clauseQuery = z.strictObject({ search: z.string().max(100).optional() });
export type ClauseQuery = z.infer<typeof clauseQuery>;

/** Query of every operation. */
export const operationQuery = z.strictObject({ dryRun: z.stringbool().optional() });
export type OperationQuery = z.infer<typeof operationQuery>;
