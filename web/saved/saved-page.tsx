import { SecondaryActionButton } from '@utrecht/button-react';
import { useState, type ReactNode } from 'react';
import type { CombinedError } from 'urql';
import { removeSearch, renewSearch, savedSearches } from '../generated/operations.js';
import { municipalities } from '../generated/municipalities.js';
import { ladderRung } from '../generated/words.js';
import { useLiveAnswer } from '../hub/live/use-live.js';
import { keyed, useStepOnce } from '../hub/use-once.js';
import { placeOf } from '../page/route.js';
import { capital, day, moment } from '../parts/dutch.js';
import { useSaid } from '../parts/telling/announcer.js';
import { Failure } from '../parts/telling/failure.js';
import { Phone } from '../parts/phone.js';
import { Title } from '../parts/title.js';
import type { SavedSearch } from './news.js';

/** The searches that somebody keeps, each with what fits it now. */
export function SavedPage(): ReactNode {
  const { data, error, isAsking, askAgain } = useLiveAnswer(savedSearches, {});
  const kept = data?.savedSearches;
  useSaid(isAsking ? 'Laadt …' : '');
  return (
    <>
      <Title>Bewaarde zoekopdrachten</Title>
      <Failure error={error} onRetry={askAgain} />
      {kept?.length === 0 && (
        <p className="empty">U bewaart nog niets. Zoek hulp en kies ‘Zoekopdracht bewaren’ boven wat u vindt.</p>
      )}
      {kept?.map((search) => (
        <Kept key={search.id} search={search} onChanged={askAgain} />
      ))}
    </>
  );
}

interface KeptProps {
  readonly search: SavedSearch;
  readonly onChanged: () => void;
}

function Kept({ search, onChanged }: KeptProps): ReactNode {
  const { id, createdAt, endsAt, finds } = search;
  return (
    <section className="saved" aria-labelledby={`zoekopdracht-${id}`}>
      <h2 className="utrecht-heading-2" id={`zoekopdracht-${id}`}>
        <Name search={search} />
      </h2>
      <p className="quiet">
        {search.case && `${capital(soughtIn(search))}. `}Bewaard op {day(createdAt)}, tot {day(endsAt)}.
      </p>
      {finds.length === 0 ? (
        <p>Er past nu niets dat op tijd vrij is. U krijgt bericht als dat verandert.</p>
      ) : (
        <ul className="holds">
          {finds.map(({ offer, foundAt }) => (
            <li key={offer?.id ?? foundAt}>
              <strong>{offer?.title ?? 'aanbod nu niet bekend'}</strong> ·{' '}
              {offer?.organisation?.name ?? 'naam nu niet bekend'} · past sinds {moment(foundAt)}{' '}
              <Phone number={offer?.organisation?.contact?.phone} of={offer?.organisation?.name ?? 'de aanbieder'} />
            </li>
          ))}
        </ul>
      )}
      <Steps search={search} onChanged={onChanged} />
    </section>
  );
}

/** The case that it is for, or what is sought where. */
function Name({ search }: Pick<KeptProps, 'search'>): ReactNode {
  const { case: found } = search;
  if (!found) return capital(soughtIn(search));
  return (
    <a className="utrecht-link" href={placeOf(['casussen', found.id, 'zoeken'])}>
      Casus {found.number ?? ''}
    </a>
  );
}

function soughtIn({ municipalityCode, birthYear, rungs }: SavedSearch): string {
  return [
    rungs.length === 0 ? 'alle hulp' : rungs.map((rung) => ladderRung[rung]).join(', '),
    municipalities.find(([code]) => code === municipalityCode)?.[1] ?? municipalityCode,
    `geboren in ${birthYear}`,
  ].join(' · ');
}

function Steps({ search: { id }, onChanged }: KeptProps): ReactNode {
  const [isRenewing, renew] = useStepOnce(renewSearch);
  const [isRemoving, remove] = useStepOnce(removeSearch);
  const [error, setError] = useState<CombinedError>();
  const taken = (failed: CombinedError | undefined): void => {
    setError(failed);
    if (!failed) onChanged();
  };
  const renewing = async (): Promise<void> => taken((await renew({ searchId: id }, keyed)).error);
  const removing = async (): Promise<void> => taken((await remove({ searchId: id }, keyed)).error);
  return (
    <>
      <p className="buttons screen-only">
        <SecondaryActionButton disabled={isRenewing} onClick={() => void renewing()}>
          Nog 90 dagen bewaren
        </SecondaryActionButton>
        <SecondaryActionButton disabled={isRemoving} onClick={() => void removing()}>
          Verwijder
        </SecondaryActionButton>
      </p>
      <Failure error={error} isStep />
    </>
  );
}
