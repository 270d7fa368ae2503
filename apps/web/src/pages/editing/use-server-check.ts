import { useCallback, useEffect, useState } from 'react';
import type { LintFinding } from '@fashen/plugin-api';
import type { Readable } from './use-draft-saver';

/** What the server last said about what is being edited. */
export interface ServerCheck {
  readonly found?: readonly LintFinding[];
  /** Number of the change that `found` speaks of. */
  readonly foundOf: number;
  readonly isChecking: boolean;
  readonly failure?: unknown;
  /** Asks once more, after a failure. */
  readonly retry: () => void;
}

/** Asks the server. Must stay the same function while the same question is asked. */
export type AskServer = (xml: string) => Promise<readonly LintFinding[]>;

interface Checked extends Omit<ServerCheck, 'isChecking' | 'retry'> {
  readonly askedOf: number;
}

const AFTER_LAST_CHANGE_MS = 800;

/** Has the server check when the editor opens and a moment after each change. Waits while there is nothing to ask. */
export function useServerCheck(editor: Readable | undefined, changes: number, ask: AskServer | undefined): ServerCheck {
  const [{ askedOf, ...checked }, setChecked] = useState<Checked>({ foundOf: -1, askedOf: -1 });
  const [retries, setRetries] = useState(0);

  useEffect(() => {
    if (!editor || !ask) return undefined;
    let isWanted = true;
    const check = async (): Promise<Partial<Checked>> => {
      try {
        return { found: await ask(await editor.read()), foundOf: changes, failure: undefined };
      } catch (failure) {
        return { failure };
      }
    };
    const timer = setTimeout(
      () => void check().then((result) => (isWanted ? setChecked((before) => ({ ...before, ...result, askedOf: changes })) : undefined)),
      changes === 0 ? 0 : AFTER_LAST_CHANGE_MS,
    );
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [editor, changes, ask, retries]);

  const retry = useCallback(() => {
    setChecked((before) => ({ ...before, failure: undefined, askedOf: -1 }));
    setRetries((count) => count + 1);
  }, []);
  return { ...checked, isChecking: askedOf !== changes, retry };
}
