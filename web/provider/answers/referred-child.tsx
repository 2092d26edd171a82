import type { ReactNode } from 'react';
import { NeedLines } from '../../cases/need-list.js';
import { ageBand, sharingGround } from '../../generated/words.js';
import type { OpenReferral } from './answers.js';

/** What a provider is told of a child: no name, and what it is called on the telephone. */
export function ReferredChild({ referral }: { readonly referral: OpenReferral }): ReactNode {
  const { pseudonym, region, need, ground } = referral;
  const age = referral.ageBand && ageBand[referral.ageBand];
  return (
    <>
      <p>
        {[age, region && `regio ${region}`].filter(Boolean).join(' · ')}
        {pseudonym && (
          <>
            {' · '}aan de telefoon: <strong>{pseudonym}</strong>
          </>
        )}
      </p>
      <details>
        <summary>
          Wat gezocht wordt<span className="unseen"> voor {pseudonym}</span>
        </summary>
        {need ? (
          <NeedLines need={need} grounds={need.legalFrameworks} />
        ) : (
          <p className="empty">Dat is nog niet beschreven.</p>
        )}
        {ground && <p className="quiet">U mag dit weten door: {sharingGround[ground]}.</p>}
      </details>
    </>
  );
}
