import { useCallback, useState } from 'react';
import { useOwnSteps } from './own-steps.js';

/** What came of the last step, for `Told`: the same words twice are told twice, by another key. */
export function useTold() {
  const [{ text, turn }, setTold] = useState({ text: '', turn: 0 });
  const { count } = useOwnSteps();
  const tell = useCallback(
    (said: string) => {
      count();
      setTold((before) => ({ text: said, turn: before.turn + 1 }));
    },
    [count],
  );
  return { text, turn, tell };
}
