import { useCallback, useRef } from 'react';

/** Hands out the idempotency key of the present submission attempt. */
export interface Attempt {
  /** The key for this content: the same content again gets the same key, changed content a new one. */
  readonly keyFor: (content: unknown) => string;
  /** Call after success, so that the next submission is a new one. */
  readonly done: () => void;
}

/** 128 random bits as text. `crypto.randomUUID` would need TLS, which a bureau's inner network may not have. */
export function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Makes an attempt outside React; see `useAttempt`. */
export function createAttempt(): Attempt {
  let current: { readonly content: string; readonly key: string } | undefined;
  return {
    keyFor: (content) => {
      const text = JSON.stringify(content) ?? '';
      if (current?.content !== text) current = { content: text, key: randomKey() };
      return current.key;
    },
    done: () => {
      current = undefined;
    },
  };
}

/**
 * One key per attempt to submit something, kept while the person tries again after a failure.
 * A lost answer therefore never makes the server do the thing twice.
 */
export function useAttempt(): Attempt {
  const held = useRef<Attempt>(undefined);
  const attempt = useCallback((): Attempt => (held.current ??= createAttempt()), []);
  return { keyFor: (content) => attempt().keyFor(content), done: () => attempt().done() };
}
