import { useEffect, useState } from 'react';
import { hubNow } from '../hub/clock.js';

/** The moment it is by the clock of the hub, again after so many milliseconds. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(hubNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(hubNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
