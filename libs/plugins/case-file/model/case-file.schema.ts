import { z } from 'zod';
import type { InstanceView, JsonObject, TaskView, Trail } from '@fashen/plugin-api';

const data: z.ZodType<JsonObject> = z.record(z.string(), z.json());

/** Body of `POST /cases`. */
export const startBody = z.strictObject({
  definitionKey: z.string().min(1).max(100),
  title: z.string().trim().min(1).max(200),
  /** Answers of the start form. */
  data: data.default({}),
});
export type StartBody = z.infer<typeof startBody>;

/** A procedure a person may start a case by: the version in force. */
export interface ProcedureReply {
  readonly key: string;
  readonly name: string;
  readonly version: number;
}

/** Query of `GET /cases`. */
export const caseListQuery = z.strictObject({
  text: z.string().trim().max(100).optional(),
  status: z.enum(['RUNNING', 'SUSPENDED', 'COMPLETED', 'TERMINATED', 'FAILED']).optional(),
  definitionKey: z.string().max(100).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type CaseListQuery = z.infer<typeof caseListQuery>;

/** Body of `POST /cases/:id/messages`. */
export const messageBody = z.strictObject({
  /** Message name as drawn in the model. */
  name: z.string().min(1).max(200),
  data: data.default({}),
});
export type MessageBody = z.infer<typeof messageBody>;

/** A task of a case with the names of its people. */
export interface NamedTask extends TaskView {
  readonly assigneeName?: string;
  readonly endedByName?: string;
}

/** A case as its page shows it. */
export interface CaseReply {
  readonly instance: InstanceView & { readonly startedByName: string };
  /** Oldest first. */
  readonly tasks: readonly NamedTask[];
  /** The person holds an open task of the case or may claim one. */
  readonly canAct: boolean;
}

/** What the running diagram is painted from. */
export interface DiagramReply {
  readonly xml: string;
  readonly trail: Trail;
  readonly waiting: InstanceView['waiting'];
  /** Open tasks. */
  readonly tasks: readonly NamedTask[];
}
