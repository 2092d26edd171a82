import type { ReactNode } from 'react';
import type { SeekProfessionalsData } from '../../generated/operations.js';
import { expertiseLevel } from '../../generated/words.js';
import type { Asked } from '../../hub/use-hub.js';
import { useSaid } from '../../parts/telling/announcer.js';
import { amount, count } from '../../parts/dutch.js';
import { Failure } from '../../parts/telling/failure.js';
import { MoreButton } from '../../parts/more-button.js';
import { focusOn } from '../../parts/forms/focus.js';
import { Phone } from '../../parts/phone.js';
import { trustClass, trustText } from '../trust.js';
import { languageWord } from './languages.js';

type Match = NonNullable<SeekProfessionalsData['searchProfessionals']>[number];
type Professional = NonNullable<Match['professional']>;

export const matchesId = 'wie-gevonden';

interface MatchesProps {
  readonly asked: Asked<SeekProfessionalsData>;
  readonly hasMore: boolean;
  readonly onMore: () => void;
}

/** Who was found, best first. */
export function Matches({ asked: { data, error, isAsking, askAgain }, hasMore, onMore }: MatchesProps): ReactNode {
  const matches = data?.searchProfessionals ?? undefined;
  const found = matches ? `${count(matches.length, 'professional', 'professionals')} gevonden.` : '';
  useSaid(isAsking ? 'Zoekt …' : found);
  return (
    <section aria-labelledby={matchesId} aria-busy={isAsking}>
      <h2 className="utrecht-heading-2" id={matchesId} tabIndex={-1}>
        {matches ? `Professionals (${matches.length}${hasMore ? ' of meer' : ''})` : 'Professionals'}
      </h2>
      <Failure error={error} onRetry={askAgain} />
      {matches?.length === 0 && (
        <p className="empty">Niemand gevonden. Zoek met minder wensen, of kijk in de wegwijzer wie u kunt bellen.</p>
      )}
      <ol className="network-list">
        {matches?.map((match) => (
          <li key={match.professional?.id ?? match.rank}>
            <Found match={match} />
          </li>
        ))}
      </ol>
      <MoreButton
        listed={{ nodes: matches, hasMore, isAsking, askMore: onMore }}
        told={`Dit zijn de ${matches?.length ?? 0} die het best passen.`}
        onMore={() => focusOn(matchesId)}
      />
    </section>
  );
}

function Found({ match: { rank, freeHoursPerWeek, reasons, professional } }: { readonly match: Match }): ReactNode {
  if (!professional) return <p className="quiet">Nummer {rank}: nu niet bekend wie dit is.</p>;
  const { name, jobTitle, organisation, isActive } = professional;
  return (
    <article className="network-person">
      <p className="option__rank" aria-label={`Nummer ${rank}`}>
        {rank}
      </p>
      <div>
        <h3 className="network-person__name">{name ?? 'naam niet bekend'}</h3>
        <p className="quiet">
          {jobTitle} · {organisation?.name ?? 'organisatie nu niet bekend'}
          {isActive === false && ' · nu langere tijd afwezig'}
        </p>
        <p>{reasons.map(({ text }) => text).join(' ')}</p>
        <Knows professional={professional} />
      </div>
      <div>
        {freeHoursPerWeek !== null && <p className="facts__free">{amount(freeHoursPerWeek, 'HOUR_PER_WEEK')} vrij</p>}
        <Reach professional={professional} />
        <p className={trustClass(professional)}>{trustText(professional)}</p>
      </div>
    </article>
  );
}

/** In what somebody is at home, and in which languages. */
function Knows({ professional: { expertise, languages } }: { readonly professional: Professional }): ReactNode {
  const subjects = (expertise ?? []).map(({ label, level }) => `${label} (${expertiseLevel[level]})`);
  const spoken = (languages ?? []).map(languageWord).join(', ');
  return (
    <p className="quiet">
      {subjects.length > 0 && <>Thuis in: {subjects.join(', ')}. </>}
      {spoken !== '' && <>Spreekt: {spoken}.</>}
    </p>
  );
}

/** The number and address that somebody shows; else the number of the organisation. */
function Reach({
  professional: { name, workContact, organisation },
}: {
  readonly professional: Professional;
}): ReactNode {
  const own = workContact?.phone;
  return (
    <p>
      {own !== null && own !== undefined ? (
        <Phone number={own} of={name ?? 'deze professional'} />
      ) : (
        <>
          via de organisatie:{' '}
          <Phone number={organisation?.contact?.phone} of={organisation?.name ?? 'de organisatie'} />
        </>
      )}
      {workContact?.email && (
        <a className="utrecht-link network-mail" href={`mailto:${workContact.email}`}>
          {workContact.email}
        </a>
      )}
    </p>
  );
}
