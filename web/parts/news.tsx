import { useEffect, useRef, useState, type ReactNode } from 'react';

interface NewsProps<Known> {
  readonly of: Known | undefined;
  /** What is new since then, in one sentence; null where nothing is worth a word. */
  readonly words: (before: Known, now: Known) => string | null;
}

/** Says politely what changed on the page by itself. Nothing moves for it: neither the keyboard nor what stands in the window. */
export function News<Known>({ of, words }: NewsProps<Known>): ReactNode {
  const before = useRef<Known>(undefined);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const sentence = before.current !== undefined && of !== undefined ? words(before.current, of) : null;
    if (of !== undefined) before.current = of;
    if (sentence !== null) setSaid(sentence);
  }, [of, words]);
  return (
    <p className="news" aria-live="polite">
      {said}
    </p>
  );
}
