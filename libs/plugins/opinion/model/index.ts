/** What is true about opinions, drafts, phrases and signatures everywhere. */
export { opinionErrors } from './opinion.errors';
export { clauseOptions, dayAt } from './citation.rules';
export type { Citation, ClauseOption } from './citation.rules';
export { OpinionDrafts } from './opinion-drafts';
export { opinionEvents } from './opinion.events';
export { bareOf, filledPhrase, gapsIn, opinionProblem, PHRASE_VARIABLES } from './opinion.rules';
export type { OpinionProblem } from './opinion.rules';
export {
  clauseQuery,
  correctionBody,
  draftBody,
  operationQuery,
  opinionContent,
  opinionPolicy,
  phraseBody,
  phraseQuery,
  phrasesOf,
  POLICY,
  SIGNATURE_METHODS,
  signatureBody,
  signedContent,
  wantedSignature,
} from './opinion.schema';
export type {
  ClauseQuery,
  CorrectionBody,
  DraftBody,
  OperationQuery,
  OpinionContent,
  OpinionPolicy,
  PhraseBody,
  PhraseQuery,
  SignatureBody,
  WantedSignature,
} from './opinion.schema';
export type {
  DraftReply,
  DraftVersionReply,
  OpinionBoxReply,
  OpinionReply,
  OwnDraftReply,
  PhraseReply,
  SignatureReply,
  SignatureVerification,
  UncoveredPart,
} from './opinion-replies';
export { policySettings } from './lint/policy-settings';
export { SignatureMethod } from './signature-method';
export type { SignatureEvidence } from './signature-method';
export { meansAt, SIGNATURE_MEANS } from './signature-means.rules';
export type { SignatureMeans } from './signature-means.rules';
export { changedPaths } from './snapshot.rules';
export type { SignedContent, SignedSnapshot } from './snapshot.rules';
