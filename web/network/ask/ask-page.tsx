import { useMemo, type ReactNode } from 'react';
import { networkRequests, type NetworkRequestsData } from '../../generated/operations.js';
import type { NetworkRequestState } from '../../generated/words.js';
import { useLivePages } from '../../hub/live/use-live-pages.js';
import { placeOf, useRoute } from '../../page/route.js';
import { useSaid } from '../../parts/telling/announcer.js';
import { Failure } from '../../parts/telling/failure.js';
import { focusOn } from '../../parts/forms/focus.js';
import { MoreButton } from '../../parts/more-button.js';
import { News } from '../../parts/telling/news.js';
import { OwnSteps } from '../../parts/telling/own-steps.js';
import { Title } from '../../parts/title.js';
import { Told } from '../../parts/telling/told.js';
import { useBegun } from '../../parts/forms/use-begun.js';
import { useTold } from '../../parts/telling/use-told.js';
import { AskForm } from './ask-form.js';
import { RequestCard } from './request-card.js';
import { requestNews } from './requests.js';

const requestsOf = (data: NetworkRequestsData) => data.networkRequests;
const listId = 'vragen';

const filters = { open: 'Lopende vragen', alle: 'Alle vragen' } as const;
const openStates: readonly NetworkRequestState[] = ['ASKED', 'CONTACTED', 'ESCALATED'];

/** Asking the network, and what became of what was asked: of who asked it, of the team that has it, and for a broker of the region. */
export function AskPage(): ReactNode {
  return (
    <OwnSteps>
      <Questions />
    </OwnSteps>
  );
}

function Questions(): ReactNode {
  const { query } = useRoute();
  const shown = query.get('toon') === 'alle' ? 'alle' : 'open';
  const asked = useMemo(() => ({ filter: shown === 'open' ? { states: openStates } : {} }), [shown]);
  const listed = useLivePages(networkRequests, asked, requestsOf);
  const told = useTold();
  const { nodes, error, isAsking, pages, askAgain } = listed;
  const begun = useBegun(nodes ?? []);
  const requests = begun.shown.toSorted((one, other) => other.askedAt.localeCompare(one.askedAt));
  useSaid(isAsking ? 'Laadt …' : '');
  const changed = (text: string): void => {
    told.tell(text);
    askAgain();
  };
  return (
    <>
      <Title>Vraag het netwerk</Title>
      <p className="lead">Het team dat u het best kan helpen, belt u binnen 48 uur terug.</p>
      <Told key={told.turn} text={told.text} />
      <News key={`${shown} ${pages}`} of={nodes} words={requestNews} isAsking={isAsking} />
      <div className="search">
        <div className="search__form screen-only">
          <AskForm situation={query.get('situatie')} onAsked={changed} />
        </div>
        <section className="search__results" aria-labelledby={listId}>
          <h2 className="utrecht-heading-2" id={listId} tabIndex={-1}>
            {filters[shown]}
          </h2>
          <FilterLinks shown={shown} />
          <Failure error={error} onRetry={askAgain} />
          {nodes && requests.length === 0 && <p className="empty">Hier staan geen vragen.</p>}
          <ul className="network-list">
            {requests.map((request) => (
              <li key={request.id}>
                <RequestCard
                  request={request}
                  hasLeft={begun.hasLeft(request)}
                  onChanged={changed}
                  onBegun={(isBegun) => begun.mark(request, isBegun)}
                />
              </li>
            ))}
          </ul>
          <MoreButton
            listed={listed}
            told={`Dit zijn de ${nodes?.length ?? 0} nieuwste vragen.`}
            onMore={() => focusOn(listId)}
          />
        </section>
      </div>
    </>
  );
}

function FilterLinks({ shown }: { readonly shown: keyof typeof filters }): ReactNode {
  return (
    <nav className="choice-links screen-only" aria-label="Welke vragen">
      <ul>
        {Object.entries(filters).map(([key, word]) => (
          <li key={key}>
            <a
              href={placeOf(['netwerk', 'vraag'], new URLSearchParams({ toon: key }))}
              aria-current={key === shown ? 'page' : undefined}
            >
              {word}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
