import { useState } from 'react';

/**
 * The last of a value that was there: what somebody types beneath an answer stays where a later answer fails. It keeps nothing once it
 * is drawn no more.
 */
export function useKept<T>(value: T | null | undefined): T | null {
  const [kept, setKept] = useState<T | null>(value ?? null);
  if (value !== null && value !== undefined && value !== kept) setKept(value);
  return value ?? kept;
}
