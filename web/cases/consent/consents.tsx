import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { useSession } from '../../hub/session.js';
import { Failure } from '../../parts/telling/failure.js';
import { Phone } from '../../parts/phone.js';
import type { Case } from '../case-page.js';
import { ConsentForm } from './consent-form.js';
import { ConsentLine } from './consent-line.js';
import { consentsId } from './consents-id.js';

interface ConsentsProps {
  readonly found: Case;
  readonly purpose: string;
  readonly onChanged: () => void;
}

/** What was agreed to for a child and by whom. Only who brought the case writes down a yes; a no anybody who works on it. */
export function Consents({ found, purpose, onChanged }: ConsentsProps): ReactNode {
  const isOwner = useSession().person.roles.includes('case-owner');
  const [refusal, setRefusal] = useState<CombinedError>();
  if (!found.consents) return null;
  const isOpen = found.status === 'OPEN';
  return (
    <section aria-labelledby={consentsId}>
      <h2 className="utrecht-heading-2" id={consentsId} tabIndex={-1}>
        Toestemming
      </h2>
      <Failure error={refusal} isStep />
      {found.consents.length === 0 && <p className="empty">Er is nog geen toestemming vastgelegd.</p>}
      <ul className="holds">
        {found.consents.map((consent) => (
          <ConsentLine
            key={consent.id}
            consent={consent}
            step={{ caseId: found.id, purpose, onChanged }}
            onRefused={setRefusal}
          />
        ))}
      </ul>
      {isOpen && isOwner && <ConsentForm caseId={found.id} purpose={purpose} onChanged={onChanged} />}
      {isOpen && !isOwner && <WhoRecords found={found} />}
    </section>
  );
}

function WhoRecords({ found: { ownerOrganisation } }: { readonly found: Case }): ReactNode {
  const name = ownerOrganisation?.name ?? 'de organisatie die de casus bracht';
  return (
    <p className="quiet">
      Alleen {name} kan toestemming vastleggen. Bel: <Phone number={ownerOrganisation?.contact?.phone} of={name} />
    </p>
  );
}
