import { defineEvent } from '@fashen/plugin-api';

type Asked = { taskId: string; nodeId: string; kind: string; personIds: readonly string[]; order: string; dueAt?: string };

/** What this plugin tells. Tasks that come, go and change hands are told by the engine. */
export const approvalEvents = {
  /** The people named for a step, and those left out with the code of what stands against them. */
  seatsOpened: defineEvent<{
    taskId: string;
    nodeId: string;
    signers: readonly { person: string; weight: number }[];
    leftOut: readonly { person: string; code: string }[];
  }>('approval', 'seatsOpened'),
  voted: defineEvent<{
    taskId: string;
    nodeId: string;
    visitId: string;
    personId: string;
    choice: string;
    opinion?: string;
    weight: number;
    /** `timeout`: the vote a clock gave. */
    cause?: string;
  }>('approval', 'voted'),
  /** One person has filled in their part of a step. What was filled in stands at the end of the task. */
  partFilledIn: defineEvent<{ taskId: string; nodeId: string; visitId: string; personId: string }>('approval', 'partFilledIn'),
  /** Everybody has filled in their part. */
  allFilledIn: defineEvent<{ taskId: string; nodeId: string; answered: number }>('approval', 'allFilledIn'),
  /** The vote of a step is decided. */
  decided: defineEvent<{ taskId: string; nodeId: string; result: string; agree: number; against: number; abstain: number; open: number }>(
    'approval',
    'decided',
  ),
  transferred: defineEvent<{ taskId: string; nodeId: string; fromId: string; toId: string }>('approval', 'transferred'),
  /** Advice, signing before, signing after or rework was asked for. */
  asked: defineEvent<Asked>('approval', 'asked'),
  answered: defineEvent<{ taskId: string; nodeId: string; askedBy: string; choice?: string; opinion: string }>('approval', 'answered'),
  revoked: defineEvent<{ taskId: string; nodeId: string; personIds: readonly string[] }>('approval', 'revoked'),
  signersAdded: defineEvent<{ taskId: string; nodeId: string; personIds: readonly string[]; weight: number }>('approval', 'signersAdded'),
  signerRemoved: defineEvent<{ taskId: string; nodeId: string; personId: string }>('approval', 'signerRemoved'),
  voteTakenBack: defineEvent<{ taskId: string; nodeId: string; choice: string }>('approval', 'voteTakenBack'),
};
