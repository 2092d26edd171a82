import { useEffect, useState, type ReactNode } from 'react';
import { useLiveState } from '../../hub/live/use-live.js';

/** A short break is nobody's concern. */
const patienceMs = 3_000;

/** Says that what stands here may have changed, while the page cannot hear of it. */
export function NotLive(): ReactNode {
  const isLost = useLiveState() === 'lost';
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    if (!isLost) return undefined;
    const timer = setTimeout(() => setLong(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [isLost]);
  const told = isLong ? 'Niet live: wat hier staat, kan veranderd zijn. De verbinding wordt hersteld.' : '';
  return (
    <p className="not-live screen-only" aria-live="polite">
      {told}
    </p>
  );
}
