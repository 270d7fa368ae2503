import { z } from 'zod';
import type { FilledField } from './content.rules';

/** Keys of forms: what a person may type in a model without surprises. */
export const formKey = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);

const scalar = z.union([z.string().max(200), z.number(), z.boolean()]);

/** A choice of a radio group, select or checklist. */
const choice = z.looseObject({ label: z.string().max(200), value: scalar });

/** Bounds of a field, as form-js writes them. */
const bounds = z.looseObject({
  required: z.boolean().optional(),
  minLength: z.number().int().min(0).optional(),
  maxLength: z.number().int().min(0).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  pattern: z.string().max(100).optional(),
});

/** One component of a form-js schema, as far as the server judges it. Looks and layout pass through. */
export const formComponent = z.looseObject({
  type: z.string(),
  id: z.string().optional(),
  key: z.string().max(120).optional(),
  label: z.string().max(200).optional(),
  subtype: z.string().optional(),
  values: z.array(choice).max(200).optional(),
  properties: z.record(z.string(), z.string().max(500)).optional(),
  appearance: z.looseObject({ suffixAdorner: z.string().max(50).optional() }).optional(),
  validate: bounds.optional(),
  conditional: z.looseObject({ hide: z.string().max(1000).optional() }).optional(),
  readonly: z.boolean().optional(),
});
export type FormComponent = z.infer<typeof formComponent>;

/** A form-js schema. */
export const formSchema = z.looseObject({
  type: z.literal('default'),
  id: formKey,
  schemaVersion: z.number().optional(),
  components: z.array(formComponent).max(200),
});
export type FormSchema = z.infer<typeof formSchema>;

/** What a person sends when a task is done. */
export const submissionBody = z.strictObject({
  data: z.record(z.string(), z.json()),
  expectedVersion: z.number().int().min(0).optional(),
});
export type SubmissionBody = z.infer<typeof submissionBody>;

/** A publication of a form. */
export const publicationBody = z.strictObject({ schema: formSchema, reason: z.string().trim().min(2).max(500) });
export type PublicationBody = z.infer<typeof publicationBody>;

/** A form as the browser gets it: schema with people filled in, and what the case already knows. */
export interface FormReply {
  readonly key: string;
  readonly version: number;
  readonly schema: FormSchema;
  readonly data: Record<string, unknown>;
}

/** What one form brought to a case, as it stands now. */
export interface ContentSection {
  /** Name of the step, or of the start. */
  readonly title: string;
  readonly personId?: string;
  readonly personName?: string;
  /** When the step was last done, milliseconds since the epoch. */
  readonly at: number;
  readonly fields: readonly FilledField[];
}

/** Reply of `GET /cases/:id/content`. */
export interface CaseContentReply {
  readonly sections: readonly ContentSection[];
}

/** One published form as lists show it. */
export interface FormVersionReply {
  readonly key: string;
  readonly version: number;
  readonly hash: string;
  readonly publishedBy: string;
  readonly publishedAt: string;
  readonly reason: string;
}

/** With `dryRun` it is only looked what the act would do. */
export const dryRunQuery = z.strictObject({ dryRun: z.stringbool().optional() });
export type DryRunQuery = z.infer<typeof dryRunQuery>;
