import { SecondaryActionButton } from '@utrecht/button-react';
import { useEffect, useRef, type ReactNode } from 'react';
import {
  cases as casesOperation,
  consultations,
  type CasesData,
  type ConsultationsData,
} from '../generated/operations.js';
import { useSession } from '../hub/session.js';
import { usePages, type Listed } from '../hub/use-pages.js';
import { useSaid } from '../parts/announcer.js';
import { count } from '../parts/dutch.js';
import { focusOn } from '../parts/focus.js';
import { Title } from '../parts/title.js';
import { Failure } from '../parts/failure.js';
import { useNow } from '../parts/use-now.js';
import { CaseTable, casesId } from './case-table.js';
import { Waiting } from './waiting.js';
import { byUrgency, type ListedCase } from './urgency.js';

const none = {};
const casesOf = (data: CasesData) => data.cases;
const consultationsOf = (data: ConsultationsData) => data.consultations;

/** All that wait: those that came first are due first, and come last from the hub. */
const waitingPages = 20;

/** What waits: questions by their 48 hours, then cases by how urgent they are. */
export function CasesPage(): ReactNode {
  const { person } = useSession();
  const waiting = usePages(consultations, none, consultationsOf, { atFirst: waitingPages });
  const cases = usePages(casesOperation, none, casesOf);
  const now = useNow(60_000);
  const told = cases.nodes === undefined ? '' : `${count(cases.nodes.length, 'casus', 'casussen')} getoond.`;
  useSaid(cases.isAsking ? 'Laadt …' : told);
  const askBoth = (): void => {
    waiting.askAgain();
    cases.askAgain();
  };
  return (
    <>
      <Title>Casussen</Title>
      <Failure error={cases.error ?? waiting.error} onRetry={askBoth} />
      {waiting.nodes && (
        <Waiting
          consultations={waiting.nodes}
          now={now}
          canRecord={person.roles.includes('care-broker')}
          onChanged={waiting.askAgain}
        />
      )}
      {cases.nodes && <CaseTable cases={byUrgency(cases.nodes)} />}
      {cases.nodes?.length === 0 && <p className="empty">Er zijn geen open casussen.</p>}
      <More listed={cases} />
    </>
  );
}

/** The hub gives those first that began last: that there are more, and how many are shown, is said. */
function More({ listed: { nodes, hasMore, isAsking, askMore } }: { readonly listed: Listed<ListedCase> }): ReactNode {
  const seen = useRef<number | null>(null);
  useEffect(() => {
    if (seen.current === null || (nodes?.length ?? 0) <= seen.current) return;
    seen.current = null;
    focusOn(casesId);
  }, [nodes]);
  if (!nodes || !hasMore) return null;
  const more = (): void => {
    seen.current = nodes.length;
    askMore();
  };
  return (
    <>
      <p className="told">Dit zijn de {nodes.length} casussen die het laatst begonnen. Er zijn er meer.</p>
      <SecondaryActionButton className="screen-only" busy={isAsking} onClick={() => !isAsking && more()}>
        Toon meer
      </SecondaryActionButton>
    </>
  );
}
