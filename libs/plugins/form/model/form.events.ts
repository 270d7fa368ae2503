import { defineEvent } from '@fashen/plugin-api';

/** What happens to forms. */
export const formEvents = {
  /** A version of a form was published. */
  published: defineEvent<{ key: string; version: number; hash: string }>('form', 'published'),
};
