import type { ReactNode } from 'react';
import { countdown, moment } from './dutch.js';
import { useNow } from './use-now.js';
import { useTurn } from './telling/use-turn.js';

interface CountdownProps {
  readonly until: string;
  /** Told once it is over. */
  readonly onOver?: () => void;
}

/** How long something still holds, by the clock of the hub. The moment itself is told once; the seconds are for the eye. */
export function Countdown({ until, onOver }: CountdownProps): ReactNode {
  const left = Date.parse(until) - useNow(1_000);
  useTurn(left <= 0, onOver);
  if (left <= 0) return <span className="countdown countdown--over">Verlopen op {moment(until)}</span>;
  return (
    <span className="countdown">
      <span className="countdown__left" aria-hidden="true">
        nog {countdown(left)}
      </span>{' '}
      <span>tot {moment(until)}</span>
    </span>
  );
}
