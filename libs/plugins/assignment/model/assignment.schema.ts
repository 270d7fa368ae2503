import { z } from 'zod';
import { INBOX_VIEWS } from './inbox';

/** Moddle type of the extension element, and the key under which a model element carries it. */
export const ASSIGNMENT = 'assignment:Assignment';

/** Ways to name who does a step. */
export const ASSIGNMENT_KINDS = ['role', 'post', 'unit', 'starter', 'person', 'field', 'sameAs'] as const;

/** What a step means for the separation of duties; see `duty-table`. */
export const DUTIES = ['investigate', 'approve-handling', 'review', 'sign-review', 'decide', 'hear', 'approve-transfer', 'none'] as const;
export type Duty = (typeof DUTIES)[number];

/** Words of a list attribute, which are separated by blanks. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter(Boolean);
}

const words = z.string().default('').transform(wordsOf);

/** Reads the extension element. A published model always parses: the lint rules of this plugin have looked at it. */
export const assignmentRule = z.object({
  kind: z.enum(ASSIGNMENT_KINDS),
  /** Roles, posts, units or persons, one path into the case data, or one element id, as `kind` says. */
  value: words,
  /** `starter`: only people of the unit that started the case. Or the id of a unit. */
  unit: z.string().optional(),
  /** Nobody fits: hand the task to the operators, or refuse the act that leads here. */
  emptyPolicy: z.enum(['operator', 'incident']).default('operator'),
  /** Whether the person who did the step just before may do this one. */
  samePersonPolicy: z.enum(['allow', 'exclude']).default('allow'),
  /** Steps whose performers may not do this one. */
  exclude: words,
  duty: z.enum(DUTIES).default('none'),
});
export type AssignmentRule = z.infer<typeof assignmentRule>;

/** Query of `GET /tasks`. */
export const taskListQuery = z.strictObject({
  view: z.enum(INBOX_VIEWS).default('assigned'),
  text: z.string().trim().max(100).optional(),
  after: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type TaskListQuery = z.infer<typeof taskListQuery>;

/** Body of `POST /tasks/:id/assignment`. */
export const handOnBody = z.strictObject({
  assigneeId: z.string().min(1).max(36),
  reason: z.string().trim().min(1).max(500),
});
export type HandOnBody = z.infer<typeof handOnBody>;
