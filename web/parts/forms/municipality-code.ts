import { municipalities } from '../../generated/municipalities.js';

/** The code of a municipality by its name or code, capitals or not; null when there is none. */
export function codeOf(text: string): string | null {
  const sought = text.trim().toLowerCase();
  return municipalities.find(([code, name]) => name.toLowerCase() === sought || code === sought)?.[0] ?? null;
}
