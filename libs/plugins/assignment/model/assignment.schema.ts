import { z } from 'zod';
import { INBOX_VIEWS } from './inbox';

/** Moddle type of the extension element, and the key under which a model element carries it. */
export const ASSIGNMENT = 'assignment:Assignment';

/** Ways to name who does a step. */
export const ASSIGNMENT_KINDS = [
  'role',
  'post',
  'unit',
  'unitHead',
  'superior',
  'heads',
  'starter',
  'person',
  'field',
  'sameAs',
  'feel',
] as const;

/** Nobody fits: the operators hold it, the act is refused, the nearest superior does it, or a person who is named. */
export const EMPTY_POLICIES = ['operator', 'incident', 'superior', 'person'] as const;

/** The starter is who approves: it stands, a superior does it, or the step is passed by itself. */
export const STARTER_POLICIES = ['allow', 'superior', 'skip'] as const;

/**
 * Who agreed before comes again. `exclude`, `skip`: at the step just before; `skipAny`: at any earlier step. To skip is to pass the step
 * by itself, with an entry in the record.
 */
export const SAME_PERSON_POLICIES = ['allow', 'exclude', 'skip', 'skipAny'] as const;

/** `superior`: only who stands at the level, or everybody up to it. */
export const REACHES = ['only', 'upTo'] as const;

/** Superiors are not looked for above this level. */
export const MOST_LEVELS = 9;

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
  /** Roles, posts, units or persons, one path into the case data, or one element id, as `kind` says. A unit may be `starter`. */
  value: words,
  /** `feel`: answers one or several of `role:`, `post:`, `unit:` and `person:` with an id, or ids of persons. */
  expression: z.string().default(''),
  /** `superior`: how far above the starter, 1 is nearest. */
  level: z.coerce.number().int().min(1).max(MOST_LEVELS).default(1),
  reach: z.enum(REACHES).default('only'),
  /** `starter`: only people of the unit that started the case. Or the id of a unit. */
  unit: z.string().optional(),
  emptyPolicy: z.enum(EMPTY_POLICIES).default('operator'),
  /** `emptyPolicy` is `person`: who. */
  emptyTo: z.string().optional(),
  starterPolicy: z.enum(STARTER_POLICIES).default('allow'),
  samePersonPolicy: z.enum(SAME_PERSON_POLICIES).default('allow'),
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
