import { useCallback, useState } from 'react';

/** What came of the last step, for `Told`: the same words twice are told twice, by another key. */
export function useTold() {
  const [{ text, turn }, setTold] = useState({ text: '', turn: 0 });
  const tell = useCallback((said: string) => setTold((before) => ({ text: said, turn: before.turn + 1 })), []);
  return { text, turn, tell };
}
