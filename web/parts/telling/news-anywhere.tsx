import { useState, type ReactNode } from 'react';
import { News } from './news.js';

interface NewsAnywhereProps<Known> {
  /** What it is about, for who goes by landmarks. */
  readonly label: string;
  readonly of: Known | undefined;
  /** What is new since then, in one sentence; null where nothing is worth a word. The same function each time. */
  readonly words: (before: Known, now: Known) => string | null;
  /** Where it stands, and what the way there is called. */
  readonly href: string;
  readonly way: string;
}

/** Says wherever somebody is on the page what changed elsewhere, and shows the way there once something was said. */
export function NewsAnywhere<Known>({ label, of, words, href, way }: NewsAnywhereProps<Known>): ReactNode {
  const [isTold, setTold] = useState(false);
  const [telling] = useState(() => (before: Known, now: Known): string | null => {
    const sentence = words(before, now);
    if (sentence !== null) setTold(true);
    return sentence;
  });
  return (
    <aside className="fits screen-only" aria-label={label}>
      <News of={of} words={telling} isAsking={false} />
      {isTold && (
        <a className="utrecht-link" href={href}>
          {way}
        </a>
      )}
    </aside>
  );
}
