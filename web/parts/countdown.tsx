import type { ReactNode } from 'react';
import { countdown, moment } from './dutch.js';
import { useNow } from './use-now.js';

/** How long something still holds. The moment itself is told once; the seconds are for the eye. */
export function Countdown({ until }: { readonly until: string }): ReactNode {
  const left = Date.parse(until) - useNow(1_000);
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
