import { SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import { timeWindow } from '../../generated/words.js';
import { amount } from '../../parts/dutch.js';
import { Phone } from '../../parts/phone.js';
import { trustClass, trustText } from '../trust.js';
import { DeployForm } from './deploy-form.js';
import type { DuoDraft } from './duo-draft.js';
import { namesOf, type Duo, type DuoCase } from './people.js';

type Member = NonNullable<Duo['members']>[number];

export const duosId = 'mogelijke-duos';

interface FoundDuosProps {
  readonly planned: DuoCase;
  readonly sought: DuoDraft;
  readonly purpose: string;
  /** Whether what was found is of an earlier question. */
  readonly isAsking: boolean;
  /** Told with what came of it. */
  readonly onSent: (text: string) => void;
}

/** Who could go together, best first, each with why and how sure what is known of them is. */
export function FoundDuos({ isAsking, ...props }: FoundDuosProps): ReactNode {
  const { duos } = props.planned;
  return (
    <section aria-labelledby={duosId} aria-busy={isAsking}>
      <h2 className="utrecht-heading-2" id={duosId} tabIndex={-1}>
        Wie samen kunnen gaan{duos && !isAsking && ` (${duos.length})`}
      </h2>
      {isAsking ? <p className="empty">Zoekt …</p> : <Listed duos={duos} {...props} />}
    </section>
  );
}

type ListedProps = Omit<FoundDuosProps, 'isAsking'>;

function Listed({ duos, ...props }: ListedProps & Pick<DuoCase, 'duos'>): ReactNode {
  if (duos === null)
    return <p className="empty">In deze casus staat nog niet wat er gezocht wordt. Vul dat eerst in.</p>;
  if (duos.length === 0)
    return <p className="empty">Geen duo heeft deze uren. Zoek met minder uren, op andere momenten of vanaf later.</p>;
  return (
    <ol className="network-list">
      {duos.map((duo, index) => (
        <li key={keyOf(duo)}>
          <Found duo={duo} rank={index + 1} {...props} />
        </li>
      ))}
    </ol>
  );
}

function keyOf({ team, members }: Duo): string {
  return [team?.id, ...(members ?? []).map(({ id }) => id)].join(' ');
}

function Found({ duo, rank, ...props }: ListedProps & { readonly duo: Duo; readonly rank: number }): ReactNode {
  // null until somebody began: who thinks better of it goes on where that began
  const [isSending, setSending] = useState<boolean | null>(null);
  return (
    <article className="network-duo">
      <p className="option__rank" aria-label={`Nummer ${rank}`}>
        {rank}
      </p>
      <div>
        <h3 className="network-person__name">{namesOf(duo)}</h3>
        <p className="quiet">
          {duo.team?.name ?? 'team nu niet bekend'} · beiden {amount(duo.hoursPerWeek, 'HOUR_PER_WEEK')} vrij:{' '}
          {duo.windows
            .map((one) => `${timeWindow[one.timeWindow]} ${one.hoursPerWeek.toLocaleString('nl-NL')}`)
            .join(', ')}
        </p>
        <p>{duo.reasons.map(({ text }) => text).join(' ')}</p>
        <ul className="network-pair">
          {duo.members?.map((member) => (
            <li key={member.id}>
              <MemberLines member={member} />
            </li>
          ))}
        </ul>
        {isSending ? (
          <DeployForm duo={duo} {...props} onCancel={() => setSending(false)} />
        ) : (
          <p className="buttons screen-only">
            <SecondaryActionButton autoFocus={isSending === false} onClick={() => setSending(true)}>
              Stuur dit duo<span className="unseen">: {namesOf(duo)}</span>
            </SecondaryActionButton>
          </p>
        )}
      </div>
    </article>
  );
}

function MemberLines({ member }: { readonly member: Member }): ReactNode {
  const { name, jobTitle, organisation, workContact, expertise } = member;
  return (
    <>
      <strong>{name ?? 'naam niet bekend'}</strong>
      <span className="block">
        {jobTitle}, {organisation?.name ?? 'organisatie nu niet bekend'}
      </span>
      {expertise && expertise.length > 0 && (
        <span className="block quiet">Thuis in: {expertise.map(({ label }) => label).join(', ')}</span>
      )}
      <span className="block">
        <Phone number={workContact?.phone ?? null} of={name ?? 'dit lid'} />
      </span>
      <span className={`block ${trustClass(member)}`}>{trustText(member)}</span>
    </>
  );
}
