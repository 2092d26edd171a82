import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useIsUnderWay } from '../../hub/under-way.js';
import { useOwnSteps } from './own-steps.js';

interface NewsProps<Known> {
  readonly of: Known | undefined;
  /** What is new since then, in one sentence; null where nothing is worth a word. */
  readonly words: (before: Known, now: Known) => string | null;
  /** Whether it is on its way anew. */
  readonly isAsking: boolean;
}

/**
 * Says politely what changed on the page by itself. Nothing moves for it: neither the keyboard nor what stands in the window. While a step is under way it
 * waits for what comes of that, and for the answer that is asked for after it: who took it hears of it where it was taken, and not here as well.
 */
export function News<Known>({ of, words, isAsking }: NewsProps<Known>): ReactNode {
  const before = useRef<Known>(undefined);
  const { taken } = useOwnSteps();
  const told = useRef(taken);
  const isUnderWay = useIsUnderWay();
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (of === undefined || of === before.current || isUnderWay || isAsking) return;
    const was = before.current;
    const isOwn = told.current !== taken;
    before.current = of;
    told.current = taken;
    if (was === undefined || isOwn || JSON.stringify(was) === JSON.stringify(of)) return;
    const sentence = words(was, of);
    if (sentence !== null) setSaid(sentence);
  }, [of, words, taken, isUnderWay, isAsking]);
  return (
    <p className="news" aria-live="polite">
      {said}
    </p>
  );
}
