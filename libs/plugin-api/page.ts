/** A request for part of a list. Lists are paged by key, never by offset, so a page stays right while rows come and go. */
export interface PageRequest {
  /** At most 200; default 50. */
  readonly limit?: number;
  /** `next` of the page before. Opaque. */
  readonly after?: string;
}

/** Part of a list. */
export interface Page<T> {
  readonly items: readonly T[];
  /** Key of the next page; absent on the last one. */
  readonly next?: string;
}
