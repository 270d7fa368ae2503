import type { DraftView, WorkflowError } from '@fashen/plugin-api';
import { processLibraryErrors } from './process-library.errors';

/** Somebody about to publish a drawing. */
export interface Publication {
  readonly key: string;
  readonly xml: string;
  readonly publisherId: string;
  /** The draft of this process as it is stored. */
  readonly draft?: DraftView;
}

/**
 * Four eyes: only a saved draft is published, and not by the person who saved it last.
 * Undefined when nothing stands against it, which is always so where one person may do both.
 */
export function publicationRefusal(publication: Publication, allowSinglePublisher: boolean): WorkflowError | undefined {
  if (allowSinglePublisher) return undefined;
  const { key, xml, publisherId, draft } = publication;
  if (!draft || draft.xml !== xml) return processLibraryErrors.DRAFT_NOT_SAVED({ key });
  return draft.updatedBy === publisherId ? processLibraryErrors.SECOND_PERSON_NEEDED({ key }) : undefined;
}
