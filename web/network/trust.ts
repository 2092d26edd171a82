import { freshnessState, type FreshnessState } from '../generated/words.js';
import { day } from '../parts/dutch.js';

/** What tells how far somebody's details can be trusted. */
export interface Trusted {
  readonly freshness: FreshnessState | null;
  readonly confirmedAt: string | null;
}

/** When their organisation said that this still holds, and what to do where that is long ago. */
export function trustText({ freshness, confirmedAt }: Trusted): string {
  const state = freshness ?? 'UNKNOWN';
  if (confirmedAt === null) return 'nooit bevestigd: bel eerst';
  const on = `bevestigd op ${day(confirmedAt)}`;
  if (state === 'FRESH') return on;
  return state === 'STALE' ? `${on}, ${freshnessState.STALE}: bel eerst` : `${on}, ${freshnessState[state]}`;
}

/** The class that gives it its colour. */
export function trustClass({ freshness }: Trusted): string {
  return `age age--${(freshness ?? 'UNKNOWN').toLowerCase()}`;
}
