import { useCallback, useEffect, useRef, useState } from 'react';
import type { JsonObject, TryOutAct } from '@fashen/plugin-api';
import type { TryOutReply } from '@fashen/plugins/process-library/model';
import { useSession, type Wire } from '@fashen/ui';

export type WireTryOut = Wire<TryOutReply>;
export type WireTryOutWait = WireTryOut['waiting'][number];

/** An act with the name of its step as it was shown. */
export interface DoneAct {
  readonly act: TryOutAct;
  readonly name: string;
}

interface Attempted {
  readonly acts: readonly DoneAct[];
  readonly data: JsonObject;
  readonly result?: WireTryOut;
}

/** A try-out on the page: what has been done, where the drawing stands, and the ways on and back. */
export interface RunningTryOut extends Attempted {
  readonly isRunning: boolean;
  /** Why the last attempt was refused; what was there before stays. */
  readonly failure?: unknown;
  readonly act: (done: DoneAct) => void;
  readonly undo: () => void;
  readonly restart: (data: JsonObject) => void;
}

/** Tries a drawing from its start. All acts go to the server each time, which keeps nothing: taking one back is leaving it out. */
export function useTryOut(xml: string): RunningTryOut {
  const { api } = useSession();
  const [shown, setShown] = useState<Attempted>({ acts: [], data: {} });
  const [isRunning, setIsRunning] = useState(true);
  const [failure, setFailure] = useState<unknown>();
  const latest = useRef(0);

  const run = useCallback(
    async (acts: readonly DoneAct[], data: JsonObject): Promise<void> => {
      latest.current += 1;
      const mine = latest.current;
      setIsRunning(true);
      try {
        const result = await api.post<WireTryOut>('/processes/try-out', { xml, data, acts: acts.map(({ act }) => act) });
        if (mine !== latest.current) return;
        setShown({ acts, data, result });
        setFailure(undefined);
      } catch (error) {
        if (mine === latest.current) setFailure(error);
      }
      if (mine === latest.current) setIsRunning(false);
    },
    [api, xml],
  );
  useEffect(() => {
    void run([], {});
  }, [run]);

  return {
    ...shown,
    isRunning,
    failure,
    act: (done) => void run([...shown.acts, done], shown.data),
    undo: () => void run(shown.acts.slice(0, -1), shown.data),
    restart: (data) => void run([], data),
  };
}
