import type { ReactNode } from 'react';
import { cases as casesOperation } from '../generated/operations.js';
import { useLiveAnswer } from '../hub/live/use-live.js';
import { useSession } from '../hub/session.js';
import { Title } from '../parts/title.js';
import { Failure } from '../parts/failure.js';
import { News } from '../parts/news.js';
import { useNow } from '../parts/use-now.js';
import { CaseTable } from './case-table.js';
import { listNews } from './news.js';
import { Waiting } from './waiting.js';
import { byUrgency } from './urgency.js';

const mostAtOnce = 100;

/** What waits: questions by their 48 hours, then cases by how urgent they are. */
export function CasesPage(): ReactNode {
  const { person } = useSession();
  const { data, error, isAsking, askAgain } = useLiveAnswer(casesOperation, { first: mostAtOnce });
  const now = useNow(60_000);
  const cases = data?.cases?.edges.map(({ node }) => node) ?? [];
  const waiting = data?.consultations?.edges.map(({ node }) => node) ?? [];
  const isMore = data?.cases?.pageInfo.hasNextPage === true;
  return (
    <>
      <Title>Casussen</Title>
      <p className="unseen" role="status">
        {isAsking ? 'Laadt …' : `${cases.length} casussen`}
      </p>
      <Failure error={error} onRetry={askAgain} />
      <News of={data} words={listNews} />
      {data?.consultations && (
        <Waiting
          consultations={waiting}
          now={now}
          canRecord={person.roles.includes('care-broker')}
          onRecorded={askAgain}
        />
      )}
      {data?.cases && <CaseTable cases={byUrgency(cases)} />}
      {data?.cases && cases.length === 0 && <p className="empty">Er zijn geen open casussen.</p>}
      {isMore && <p className="told">Dit zijn de {mostAtOnce} casussen die het laatst begonnen. Er zijn er meer.</p>}
    </>
  );
}
