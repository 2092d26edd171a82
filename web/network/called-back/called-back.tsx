import type { ReactNode } from 'react';
import { ownNetworkRequests, type OwnNetworkRequestsData } from '../../generated/operations.js';
import { useLiveAnswer } from '../../hub/live/use-live.js';
import { placeOf, useRoute } from '../../page/route.js';
import { NewsAnywhere } from '../../parts/telling/news-anywhere.js';
import { calledBackNews } from './news.js';

/** Says to who asked the network that somebody called back or answered, wherever they are but among the questions themselves, which say so. */
export function CalledBack(): ReactNode {
  const [place, part] = useRoute().parts;
  return place === 'netwerk' && part === 'vraag' ? null : <Elsewhere />;
}

/** Who has no open question is called back about none: a new one is asked among the questions themselves. */
function isAnyOpen({ networkRequests }: OwnNetworkRequestsData): boolean {
  return (networkRequests?.edges ?? []).length > 0;
}

function Elsewhere(): ReactNode {
  const { data } = useLiveAnswer(ownNetworkRequests, {}, { canChange: isAnyOpen });
  return (
    <NewsAnywhere
      label="Bericht over uw vragen aan het netwerk"
      of={data?.networkRequests ?? undefined}
      words={calledBackNews}
      href={placeOf(['netwerk', 'vraag'], new URLSearchParams({ toon: 'alle' }))}
      way="Bekijk uw vragen"
    />
  );
}
