import { useState, type ReactNode } from 'react';
import { ownBreakGlasses } from '../../generated/operations.js';
import { useSession } from '../../hub/session.js';
import { useAnswer } from '../../hub/use-hub.js';
import { placeOf } from '../../page/route.js';
import { useSaid } from '../../parts/telling/announcer.js';
import { Failure } from '../../parts/telling/failure.js';
import { Title } from '../../parts/title.js';
import { PurposeGate } from '../purpose.js';
import { OpenNow } from './open-now.js';
import { OpeningForm } from './opening-form.js';

const none = {};

/** Emergency access to one case with a secret address: what it means, taking it, and giving it back. */
export function EmergencyPage({ id }: { readonly id: string }): ReactNode {
  const { person } = useSession();
  if (!person.roles.includes('care-broker')) return <NotYours />;
  return <PurposeGate caseId={id}>{(purpose) => <Shown id={id} purpose={purpose} />}</PurposeGate>;
}

function NotYours(): ReactNode {
  return (
    <>
      <Title>Noodtoegang</Title>
      <p className="empty">Noodtoegang is er voor zorgbemiddelaars. Van uw eigen casus is voor u niets afgeschermd.</p>
    </>
  );
}

function Shown({ id, purpose }: { readonly id: string; readonly purpose: string }): ReactNode {
  const { data, error, isAsking, askAgain } = useAnswer(ownBreakGlasses, none, { purpose });
  const [hasEnded, setEnded] = useState(false);
  useSaid(isAsking && !data ? 'Laadt …' : '');
  const open = data?.breakGlasses?.edges.map(({ node }) => node).find((one) => one.caseId === id && one.isOpen);
  const changed = (isOver: boolean): void => {
    setEnded(isOver);
    askAgain();
  };
  return (
    <>
      <p className="back screen-only">
        <a className="utrecht-link" href={placeOf(['casussen', id])}>
          Terug naar de casus
        </a>
      </p>
      <Title>Noodtoegang</Title>
      <Failure error={error} onRetry={askAgain} />
      {open && <OpenNow caseId={id} opening={open} purpose={purpose} onEnded={() => changed(true)} />}
      {data && !open && (
        <OpeningForm caseId={id} purpose={purpose} hasEnded={hasEnded} onOpened={() => changed(false)} />
      )}
    </>
  );
}
