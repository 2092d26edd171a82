import { SecondaryActionButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { codesOf } from '../../hub/client.js';
import { useSession } from '../../hub/session.js';
import { placeOf } from '../../page/route.js';
import { Failure } from '../../parts/telling/failure.js';
import { focusOn } from '../../parts/forms/focus.js';
import { Notice } from '../../parts/telling/notice.js';
import { Phone } from '../../parts/phone.js';
import { consentsId } from '../consent/consents-id.js';
import { lackingParties, partiesText } from './lacking.js';
import type { ProposedFor } from './proposing.js';

interface StepRefusedProps {
  readonly error: CombinedError | undefined;
  readonly proposed: ProposedFor;
}

/** Why a step was not taken, and who can do what about it. */
export function StepRefused({ error, proposed }: StepRefusedProps): ReactNode {
  if (!error) return null;
  const codes = codesOf(error);
  if (codes.includes('CONSENT_MISSING')) return <ConsentLacks error={error} proposed={proposed} />;
  if (codes.includes('CHECKLIST_INCOMPLETE')) return <ChecklistLacks caseId={proposed.caseId} />;
  if (codes.includes('GROUND_NOT_ACCEPTED'))
    return (
      <Notice kind="warning" isAlert>
        <p>Op deze grond wordt in deze regio niet voorgelegd. Kies een andere grond.</p>
      </Notice>
    );
  return (
    <>
      <Failure error={error} isStep />
      {codes.includes('CASE_RESTRICTED') && <CallOwner proposed={proposed} />}
    </>
  );
}

function ConsentLacks({ error, proposed }: { readonly error: CombinedError; readonly proposed: ProposedFor }) {
  const isOwner = useSession().person.roles.includes('case-owner');
  return (
    <Notice kind="warning" isAlert>
      <p>
        <strong>De toestemming om te delen is er nog niet.</strong> Nodig is een ja van{' '}
        {partiesText(lackingParties(error))}.
      </p>
      {isOwner ? (
        <RecordFirst proposed={proposed} />
      ) : (
        <>
          <p>Alleen de organisatie die de casus bracht, kan dat vastleggen. Leg de casus daarna opnieuw voor.</p>
          <CallOwner proposed={proposed} />
        </>
      )}
    </Notice>
  );
}

/** Who brought the case is led to where consent is written down. */
function RecordFirst({ proposed: { caseId, hasConsents } }: { readonly proposed: ProposedFor }): ReactNode {
  return (
    <>
      <p>Leg die toestemming vast bij de casus. Leg de casus daarna opnieuw voor.</p>
      {hasConsents ? (
        <SecondaryActionButton onClick={() => focusOn(consentsId)}>Naar de toestemming</SecondaryActionButton>
      ) : (
        <p>
          <a className="utrecht-link" href={placeOf(['casussen', caseId])}>
            Naar de casus
          </a>
        </p>
      )}
    </>
  );
}

function CallOwner({ proposed: { owner } }: { readonly proposed: ProposedFor }): ReactNode {
  const name = owner?.name ?? 'de organisatie die de casus bracht';
  return (
    <p>
      Bel {name}: <Phone number={owner?.contact?.phone} of={name} />
    </p>
  );
}

function ChecklistLacks({ caseId }: { readonly caseId: string }): ReactNode {
  return (
    <Notice kind="warning" isAlert>
      <p>
        <strong>Dit is een plek in een groep.</strong> Rond eerst de checklist af. Leg de casus daarna voor.
      </p>
      <p>
        <a className="utrecht-link" href={placeOf(['casussen', caseId, 'checklist'])}>
          Naar de checklist
        </a>
      </p>
    </Notice>
  );
}
