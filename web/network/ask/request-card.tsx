import type { ReactNode } from 'react';
import {
  escalationReason,
  expertiseCode,
  handOnReason,
  networkFunction,
  wayfinderSituation,
} from '../../generated/words.js';
import { Countdown } from '../../parts/countdown.js';
import { capital, moment } from '../../parts/dutch.js';
import { Phone } from '../../parts/phone.js';
import { Meanwhile } from '../../parts/telling/meanwhile.js';
import { RequestSteps } from './request-steps.js';
import { isFormStep, stateText, type NetworkRequest } from './requests.js';
import { useRequestNow } from './use-request-now.js';

interface RequestCardProps {
  readonly request: NetworkRequest;
  /** It is no more in the list that is shown, but somebody is at it. */
  readonly hasLeft: boolean;
  /** Told with what came of a step. */
  readonly onChanged: (text: string) => void;
  /** Somebody began with a step, or does no more. */
  readonly onBegun: (isBegun: boolean) => void;
}

/** One question: how far it is, who has it, and by when somebody calls back. */
export function RequestCard({ request: listed, hasLeft, onChanged, onBegun }: RequestCardProps): ReactNode {
  const request = useRequestNow(listed, hasLeft);
  const { id, state, municipality, expertise, askedAt, team, askedBy } = request;
  const heading = `vraag-${id}`;
  return (
    <article className="network-request" aria-labelledby={heading}>
      <h3 className="network-person__name" id={heading}>
        {titleOf(request)}
      </h3>
      <p>
        <span className="badge">{stateText(request)}</span> {municipality.name}
        {expertise && ` · ${expertiseCode[expertise]}`} · gevraagd {moment(askedAt)}
      </p>
      <p>
        Bij: <strong>{team?.name ?? 'een team dat nu niet bekend is'}</strong>
        {state !== 'ANSWERED' && (
          <>
            {' · van: '}
            {askedBy === null ? 'een zorgbemiddelaar of expert van de regio' : (askedBy.name ?? 'naam nu niet bekend')}
            {askedBy?.contact && (
              <>
                {' '}
                <Phone number={askedBy.contact.phone} of={askedBy.name ?? 'wie het vroeg'} />
              </>
            )}
          </>
        )}
      </p>
      <Term request={request} />
      <Course request={request} />
      {hasLeft && <Meanwhile text="Deze vraag staat niet meer in de lijst. Hier staat hoe het nu is." />}
      <RequestSteps
        request={request}
        title={titleOf(request)}
        steps={request.mySteps.filter(isFormStep)}
        onChanged={onChanged}
        onBegun={onBegun}
      />
    </article>
  );
}

function titleOf({ function: asked, situation }: NetworkRequest): string {
  return `${capital(networkFunction[asked])}: ${wayfinderSituation[situation]}`;
}

/** By when somebody calls back, or when somebody did. */
function Term({ request: { firstContactAt, dueAt, isOverdue, isBreached, state } }: Pick<RequestCardProps, 'request'>) {
  if (firstContactAt !== null)
    return (
      <p className="quiet">
        Teruggebeld op {moment(firstContactAt)}
        {isBreached && ', later dan de 48 uur die was beloofd'}
      </p>
    );
  if (state === 'ANSWERED') return null;
  if (isOverdue) return <p className="age--stale">Niet op tijd teruggebeld: dat moest uiterlijk {moment(dueAt)}.</p>;
  return (
    <p>
      Belt terug: <Countdown until={dueAt} />
    </p>
  );
}

/** What happened to it on its way. */
function Course({
  request: { timesHandedOn, handOnReason: why, escalationReason: escalated },
}: Pick<RequestCardProps, 'request'>) {
  const told = [
    ...(timesHandedOn > 0 ? [`${timesHandedOn} keer doorgegeven${why ? ` (${handOnReason[why]})` : ''}`] : []),
    ...(escalated ? [`voorgelegd aan de zorgbemiddelaars: ${escalationReason[escalated]}`] : []),
  ];
  return told.length > 0 && <p className="quiet">{capital(told.join('; '))}.</p>;
}
