import type { ReactNode } from 'react';
import {
  deploymentActionKind,
  deploymentEndReason,
  deploymentPurpose,
  deploymentStatus,
  timeWindow,
} from '../../generated/words.js';
import { capital, count, day } from '../../parts/dutch.js';
import { Phone } from '../../parts/phone.js';
import { DeploymentSteps } from './deployment-steps.js';
import { memberName, type Deployment } from './people.js';

interface DeploymentsProps {
  readonly deployments: readonly Deployment[];
  /** Told with what came of a step. */
  readonly onChanged: (text: string) => void;
}

/** The duos that go, will go or went to a family. */
export function Deployments({ deployments, onChanged }: DeploymentsProps): ReactNode {
  if (deployments.length === 0) return null;
  return (
    <section aria-labelledby="inzet">
      <h2 className="utrecht-heading-2" id="inzet">
        Duo’s bij dit gezin ({deployments.length})
      </h2>
      <ul className="holds">
        {deployments.map((one) => (
          <li key={one.id} className={one.status === 'ENDED' ? undefined : 'holds__live'}>
            <Lines deployment={one} />
            {one.status !== 'ENDED' && <DeploymentSteps deployment={one} onChanged={onChanged} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Lines({ deployment }: { readonly deployment: Deployment }): ReactNode {
  const { status, purpose, fromOn, toOn, endedOn, endReason, members, actions, team } = deployment;
  const last = endedOn ?? toOn;
  return (
    <>
      <p>
        <strong>{status ? capital(deploymentStatus[status]) : 'Stand niet bekend'}</strong>
        {fromOn && last && ` · ${day(fromOn)} tot en met ${day(last)}`} · {team?.name ?? 'team nu niet bekend'}
        {purpose && ` · ${deploymentPurpose[purpose]}`}
        {endReason && ` · ${deploymentEndReason[endReason]}`}
      </p>
      <ul className="network-goers">
        {members?.map((member) => (
          <li key={`${member.professionalId ?? ''} ${member.fromOn}`}>
            {memberName(member)}
            {member.professional?.jobTitle && `, ${member.professional.jobTitle}`}
            {(member.fromOn !== fromOn || member.toOn !== toOn) &&
              ` (${day(member.fromOn)} tot en met ${day(member.toOn)})`}
            {': '}
            {member.hours
              .map((one) => `${timeWindow[one.timeWindow]} ${count(one.hoursPerWeek, 'uur', 'uur')}`)
              .join(', ')}
            {status !== 'ENDED' && member.professional?.workContact && (
              <>
                {' '}
                <Phone number={member.professional.workContact.phone} of={memberName(member)} />
              </>
            )}
          </li>
        ))}
      </ul>
      {actions && actions.length > 0 && (
        <p className="quiet">
          Gedaan: {actions.map(({ kind, doneOn }) => `${deploymentActionKind[kind]} (${day(doneOn)})`).join('; ')}
        </p>
      )}
    </>
  );
}
