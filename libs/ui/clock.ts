import { useEffect, useState } from 'react';

/** The time on this machine. The one place where screens read it. */
export function readClock(): Date {
  return new Date();
}

/** The time, read again every minute, for terms and “since”. */
export function useMinute(): Date {
  const [now, setNow] = useState(readClock);
  useEffect(() => {
    const timer = setInterval(() => setNow(readClock()), 60_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}
