import { useState, type ReactNode } from 'react';
import { savedSearches } from '../generated/operations.js';
import { useLiveAnswer } from '../hub/live/use-live.js';
import { placeOf } from '../page/route.js';
import { News } from '../parts/news.js';
import { findNews, type SavedSearch } from './news.js';

/** Says wherever somebody is on the page that a place came free which fits a search that is kept. */
export function Found(): ReactNode {
  const { data } = useLiveAnswer(savedSearches, {});
  const [isTold, setTold] = useState(false);
  const words = useWords(setTold);
  return (
    <aside className="fits screen-only" aria-label="Bericht over wat u bewaart">
      <News of={data?.savedSearches ?? undefined} words={words} />
      {isTold && (
        <a className="utrecht-link" href={placeOf(['bewaard'])}>
          Bekijk wat past
        </a>
      )}
    </aside>
  );
}

type Words = (before: readonly SavedSearch[], now: readonly SavedSearch[]) => string | null;

function useWords(onTold: (isTold: boolean) => void): Words {
  const [words] = useState<Words>(() => (before: readonly SavedSearch[], now: readonly SavedSearch[]) => {
    const sentence = findNews(before, now);
    if (sentence !== null) onTold(true);
    return sentence;
  });
  return words;
}
