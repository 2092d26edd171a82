import type { ReactNode } from 'react';
import { savedSearches } from '../generated/operations.js';
import { useLiveAnswer } from '../hub/live/use-live.js';
import { placeOf } from '../page/route.js';
import { NewsAnywhere } from '../parts/telling/news-anywhere.js';
import { findNews } from './news.js';

/** Says wherever somebody is on the page that a place came free which fits a search that is kept. */
export function Found(): ReactNode {
  const { data } = useLiveAnswer(savedSearches, {});
  return (
    <NewsAnywhere
      label="Bericht over wat u bewaart"
      of={data?.savedSearches ?? undefined}
      words={findNews}
      href={placeOf(['bewaard'])}
      way="Bekijk wat past"
    />
  );
}
