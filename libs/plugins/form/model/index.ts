/** What is true about forms everywhere: schema, bounds, checks. */
export { formErrors } from './form.errors';
export { formEvents } from './form.events';
export { dryRunQuery, formKey, formSchema, publicationBody, submissionBody } from './form.schema';
export type {
  CaseContentReply,
  ContentSection,
  DryRunQuery,
  FormComponent,
  FormReply,
  FormSchema,
  FormVersionReply,
  PublicationBody,
  SubmissionBody,
} from './form.schema';
export { filledFields, personsIn } from './content.rules';
export { answerIn, filledIn } from './filled-in.rules';
export type { FilledIn } from './filled-in.rules';
export type { FilledField } from './content.rules';
export { checkFormSchema } from './form-schema.rules';
export type { FormFinding } from './form-schema.rules';
export { checkSubmission, fieldsOf, prefill, valueAt } from './submission.rules';
export type { SubmissionCheck } from './submission.rules';
export type { Problem } from './field.rules';
export { formNames } from './drawn-names';
export { plainFormKey } from './lint/plain-form-key';
export { FormLibrary } from './form-library';
export { SharedForms } from './shared-forms';
export type { PartSubmission } from './shared-forms';
export { StartForms } from './start-forms';
