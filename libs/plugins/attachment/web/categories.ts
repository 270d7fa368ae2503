import type { AttachmentCategory } from '../model';

const order: Readonly<Record<AttachmentCategory, number>> = {
  draft: 1,
  evidence: 2,
  opinion: 3,
  notice: 4,
  decision: 5,
  service: 6,
  other: 7,
};

/** All kinds of documents in the order in which a case file lists them. Typed so that a new kind cannot be forgotten. */
export const categories = (Object.keys(order) as AttachmentCategory[]).sort((one, other) => order[one] - order[other]);
