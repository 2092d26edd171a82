import type { ReactNode } from 'react';
import { runningConsultations, type RunningConsultationsData } from '../../generated/operations.js';
import { useLivePages } from '../../hub/live/use-live-pages.js';
import { useSession } from '../../hub/session.js';
import { placeOf } from '../../page/route.js';
import { useSaid } from '../../parts/telling/announcer.js';
import { count } from '../../parts/dutch.js';
import { Failure } from '../../parts/telling/failure.js';
import { focusOn } from '../../parts/forms/focus.js';
import { MoreButton } from '../../parts/more-button.js';
import { News } from '../../parts/telling/news.js';
import { OwnSteps } from '../../parts/telling/own-steps.js';
import { Title } from '../../parts/title.js';
import { Told } from '../../parts/telling/told.js';
import { useBegun } from '../../parts/forms/use-begun.js';
import { useTold } from '../../parts/telling/use-told.js';
import { QuestionCard } from './question-card.js';
import { runningNews } from './questions.js';

const none = {};
const listId = 'lopende-vragen';
const questionsOf = (data: RunningConsultationsData) => data.consultations;

/** Questions over which there was contact, with or without a case: what was done, what came of it, and their end. */
export function RunningPage(): ReactNode {
  return (
    <OwnSteps>
      <Running />
    </OwnSteps>
  );
}

function Running(): ReactNode {
  const listed = useLivePages(runningConsultations, none, questionsOf);
  const told = useTold();
  const { nodes, error, isAsking, pages, askAgain } = listed;
  const begun = useBegun(nodes ?? []);
  useSaid(isAsking ? 'Laadt …' : nodes ? `${count(nodes.length, 'vraag', 'vragen')} getoond.` : '');
  return (
    <>
      <Title>Vragen die lopen</Title>
      <Lead />
      <Told key={told.turn} text={told.text} />
      <News key={`pages ${pages}`} of={nodes} words={runningNews} isAsking={isAsking} />
      <Failure error={error} onRetry={askAgain} />
      {nodes?.length === 0 && <p className="empty">Er lopen geen vragen.</p>}
      <ul className="holds part" id={listId} tabIndex={-1} aria-label="Vragen die lopen">
        {begun.shown.map((one) => (
          <QuestionCard
            key={one.id}
            question={one}
            hasLeft={begun.hasLeft(one)}
            onBegun={(isBegun) => begun.mark(one, isBegun)}
            onAnswered={askAgain}
            onDone={told.tell}
          />
        ))}
      </ul>
      <MoreButton
        listed={listed}
        told={`Dit zijn de ${nodes?.length ?? 0} nieuwste vragen.`}
        onMore={() => focusOn(listId)}
      />
    </>
  );
}

/** What can be done here: only a care broker writes down. */
function Lead(): ReactNode {
  const { person } = useSession();
  const isBroker = person.roles.includes('care-broker');
  return (
    <p className="lead">
      Over deze vragen was er contact.{' '}
      {isBroker
        ? 'Schrijf op wat u deed en wat eruit kwam, ook als u alleen advies gaf. Is er niets meer te doen? Sluit de vraag dan af. '
        : 'De zorgbemiddelaar schrijft op wat eruit kwam, en sluit een vraag af. '}
      Een vraag zonder eerste contact staat bij{' '}
      <a className="utrecht-link" href={placeOf(['casussen'])}>
        Casussen
      </a>
      .
    </p>
  );
}
