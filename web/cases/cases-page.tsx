import { lazy, Suspense, type ReactNode } from 'react';
import {
  cases as casesOperation,
  consultations,
  type CasesData,
  type ConsultationsData,
} from '../generated/operations.js';
import { useLivePages } from '../hub/live/use-live-pages.js';
import { useSession } from '../hub/session.js';
import { useSaid } from '../parts/telling/announcer.js';
import { count } from '../parts/dutch.js';
import { focusOn } from '../parts/forms/focus.js';
import { Title } from '../parts/title.js';
import { Failure } from '../parts/telling/failure.js';
import { MoreButton } from '../parts/more-button.js';
import { News } from '../parts/telling/news.js';
import { OwnSteps } from '../parts/telling/own-steps.js';
import { useNow } from '../parts/use-now.js';
import { RunningLink } from '../phone/running/running-link.js';
import { CaseTable, casesId } from './case-table.js';
import { casesNews, waitingNews } from './news.js';
import { Waiting } from './waiting/waiting.js';
import { byUrgency } from './urgency.js';

// often nothing of it is there, and its form is seldom used
const DueOutcomes = lazy(async () => ({ default: (await import('./care/due-outcomes.js')).DueOutcomes }));

const none = {};
const casesOf = (data: CasesData) => data.cases;
const consultationsOf = (data: ConsultationsData) => data.consultations;

/** All that wait: those that came first are due first, and come last from the hub. */
const waitingPages = 20;

/** What waits: questions by their 48 hours, then cases by how urgent they are. */
export function CasesPage(): ReactNode {
  const { person } = useSession();
  const waiting = useLivePages(consultations, none, consultationsOf, { atFirst: waitingPages });
  const cases = useLivePages(casesOperation, none, casesOf);
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
      <OwnSteps>
        <div className="news-lines">
          <News key={`cases ${cases.pages}`} of={cases.nodes} words={casesNews} isAsking={cases.isAsking} />
          <News key={`waiting ${waiting.pages}`} of={waiting.nodes} words={waitingNews} isAsking={waiting.isAsking} />
        </div>
        {waiting.nodes && (
          <Waiting
            questions={waiting.nodes}
            now={now}
            canRecord={person.roles.includes('care-broker')}
            onChanged={waiting.askAgain}
          />
        )}
      </OwnSteps>
      <RunningLink />
      <Suspense>
        <DueOutcomes />
      </Suspense>
      {cases.nodes && <CaseTable cases={byUrgency(cases.nodes)} />}
      {cases.nodes?.length === 0 && <p className="empty">Er zijn geen open casussen.</p>}
      <MoreButton
        listed={cases}
        told={`Dit zijn de ${cases.nodes?.length ?? 0} casussen die het laatst begonnen.`}
        onMore={() => focusOn(casesId)}
      />
    </>
  );
}
