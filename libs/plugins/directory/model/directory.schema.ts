import { z } from 'zod';
import { roleIds } from './role-table';

/** Ids of persons, units and posts: what a person may type, without surprises in paths and models. */
export const plainId = z.string().regex(/^[a-z][a-z0-9-]{0,35}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const shortText = z.string().trim().min(1).max(100);

/** A certificate as it is entered. */
export const certificateSchema = z.strictObject({
  kind: z.enum(['enforcement', 'legal-profession', 'review-before-2018']),
  number: shortText,
  validFrom: day,
  validTo: day.optional(),
});

/** A new unit. */
export const newUnit = z.strictObject({ id: plainId, name: shortText, parentId: plainId.optional() });
export type NewUnit = z.infer<typeof newUnit>;

/** What can be changed about a unit; `null` takes away what was there. */
export const unitChange = z.strictObject({
  name: shortText.optional(),
  parentId: plainId.nullable().optional(),
  headId: plainId.nullable().optional(),
  leaderId: plainId.nullable().optional(),
});
export type UnitChange = z.infer<typeof unitChange>;

/** A new person. */
export const newPerson = z.strictObject({
  id: plainId,
  name: shortText,
  unitId: plainId,
  roles: z.array(z.enum(roleIds)).max(20).default([]),
  posts: z.array(plainId).max(20).default([]),
  certificates: z.array(certificateSchema).max(20).default([]),
});
export type NewPerson = z.infer<typeof newPerson>;

/** What can be changed about a person. Lists replace what was there. */
export const personChange = z.strictObject({
  name: shortText.optional(),
  unitId: plainId.optional(),
  roles: z.array(z.enum(roleIds)).max(20).optional(),
  posts: z.array(plainId).max(20).optional(),
  certificates: z.array(certificateSchema).max(20).optional(),
  active: z.boolean().optional(),
});
export type PersonChange = z.infer<typeof personChange>;

/** Which persons to list. */
export const peopleQuery = z.strictObject({
  role: z.string().max(36).optional(),
  post: z.string().max(36).optional(),
  unitId: z.string().max(36).optional(),
  text: z.string().trim().max(50).optional(),
  after: z.string().max(36).optional(),
  limit: z.coerce.number().int().min(1).max(200).optional(),
});
export type PeopleQuery = z.infer<typeof peopleQuery>;

/** A person as lists and pickers show it. */
export interface PersonReply {
  readonly id: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly posts: readonly string[];
  readonly roles: readonly string[];
}
