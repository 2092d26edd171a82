import { SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { breakGlasses, breakGlassReviews, type BreakGlassesData } from '../generated/operations.js';
import { useSession } from '../hub/session.js';
import { useAnswer } from '../hub/use-hub.js';
import { usePages } from '../hub/use-pages.js';
import { goTo, placeOf } from '../page/route.js';
import { useSaid } from '../parts/telling/announcer.js';
import { count } from '../parts/dutch.js';
import { Failure } from '../parts/telling/failure.js';
import { Text } from '../parts/forms/fields.js';
import { focusOn } from '../parts/forms/focus.js';
import { MoreButton } from '../parts/more-button.js';
import { Title } from '../parts/title.js';
import { Opening } from './opening.js';

const none = {};
const openingsOf = (data: BreakGlassesData) => data.breakGlasses;
const openingsId = 'noodtoegang';

/** Who opened what a restricted case hides, and the way to who looked at a case. */
export function PrivacyPage(): ReactNode {
  const { person } = useSession();
  const isOfficer = person.roles.includes('privacy-officer');
  const listed = usePages(breakGlasses, none, openingsOf);
  const reviews = useAnswer(breakGlassReviews, none, { isPaused: !isOfficer });
  const { nodes, error, isAsking, askAgain } = listed;
  useSaid(isAsking && !nodes ? 'Laadt …' : nodes ? `${count(nodes.length, 'noodtoegang', 'keer noodtoegang')}.` : '');
  const changed = (): void => {
    askAgain();
    if (isOfficer) reviews.askAgain();
    focusOn(openingsId);
  };
  return (
    <>
      <Title>Privacy</Title>
      <p className="lead">
        Van iedere casus wordt opgeschreven wie keek en waarvoor. Wie een geheim adres opende in nood, staat hier.
      </p>
      {isOfficer ? <AskedCase /> : <p>Kies een casus bij Casussen om te zien wie daarin keek.</p>}
      <Failure error={error ?? reviews.error} onRetry={changed} />
      <section aria-labelledby={openingsId}>
        <h2 className="utrecht-heading-2" id={openingsId} tabIndex={-1}>
          Noodtoegang
        </h2>
        {reviews.data?.breakGlassReviews && <p>{reviewText(reviews.data.breakGlassReviews)}</p>}
        {nodes?.length === 0 && <p className="empty">Niemand gebruikte noodtoegang.</p>}
        <ul className="openings">
          {nodes?.map((opening) => (
            <li key={opening.id}>
              <Opening opening={opening} isOfficer={isOfficer} onChanged={changed} />
            </li>
          ))}
        </ul>
        <MoreButton listed={listed} told={`Dit zijn de laatste ${nodes?.length ?? 0}.`} />
      </section>
    </>
  );
}

function reviewText({
  openCount,
  overdueCount,
}: {
  readonly openCount: number;
  readonly overdueCount: number;
}): string {
  const late = overdueCount === 0 ? 'Geen daarvan is te laat.' : `Te laat: ${overdueCount}.`;
  return openCount === 0 ? 'Alles is beoordeeld.' : `Nog te beoordelen: ${openCount}. ${late}`;
}

const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A case that somebody asked the privacy officer about, by its identifier: officers have no list of cases. */
function AskedCase(): ReactNode {
  const [caseId, setCaseId] = useState('');
  const [isTried, setTried] = useState(false);
  const isWhole = identifier.test(caseId.trim());
  return (
    <form
      className="narrow"
      noValidate
      aria-label="Wie keek in een casus"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isWhole) goTo(placeOf(['privacy', caseId.trim().toLowerCase()]));
      }}
    >
      <Text
        label="Kenmerk van de casus"
        hint="Het staat bij een noodtoegang, of u krijgt het van de casushouder."
        size="full"
        value={caseId}
        fault={isTried && !isWhole ? 'Vul het hele kenmerk in: 32 letters en cijfers, met streepjes.' : undefined}
        onChange={setCaseId}
      />
      <SecondaryActionButton type="submit">Toon wie keek</SecondaryActionButton>
    </form>
  );
}
