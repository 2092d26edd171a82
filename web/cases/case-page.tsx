import type { ReactNode } from 'react';
import { caseFile, type CaseFileData } from '../generated/operations.js';
import { ageBand, caseStatus, ladderRung } from '../generated/words.js';
import { useLiveAnswer } from '../hub/live/use-live.js';
import { useSession } from '../hub/session.js';
import { placeOf } from '../page/route.js';
import { capital, day } from '../parts/dutch.js';
import { useSaid } from '../parts/telling/announcer.js';
import { Title } from '../parts/title.js';
import { Failure } from '../parts/telling/failure.js';
import { News } from '../parts/telling/news.js';
import { Phone } from '../parts/phone.js';
import { Holds } from './holds.js';
import { NeedList } from './need-list.js';
import { caseNews } from './news.js';
import { Consents } from './consent/consents.js';
import { Proposals } from './proposals/proposals.js';
import { CaseWork } from './case-work.js';
import { Standing } from './standing.js';
import { Timeline } from './timeline/timeline.js';

export type Case = NonNullable<CaseFileData['case']>;

/** One case: what is sought, the places that are held, what happened. */
export function CasePage({ id }: { readonly id: string }): ReactNode {
  return <CaseWork id={id}>{(purpose) => <Shown id={id} purpose={purpose} />}</CaseWork>;
}

function Shown({ id, purpose }: { readonly id: string; readonly purpose: string }): ReactNode {
  const { data, error, isAsking, askAgain } = useLiveAnswer(caseFile, { id }, { purpose });
  const found = data?.case;
  useSaid(isAsking && !data ? 'Laadt …' : found ? `Casus ${found.number ?? ''} staat er.` : '');
  return (
    <>
      <Title>{found ? `Casus ${found.number ?? ''}` : 'Casus'}</Title>
      <Failure error={error} onRetry={askAgain} />
      <News of={found ?? undefined} words={caseNews} isAsking={isAsking} />
      {data && !found && !error && <p className="empty">Deze casus bestaat niet, of is niet van u.</p>}
      {found && <Parts found={found} purpose={purpose} onChanged={askAgain} />}
    </>
  );
}

interface PartsProps {
  readonly found: Case;
  readonly purpose: string;
  readonly onChanged: () => void;
}

function Parts({ found, purpose, onChanged }: PartsProps): ReactNode {
  return (
    <>
      <p className="lead">{headline(found)}</p>
      {found.isThreatenedOutOfHome && <p className="badge badge--urgent">Dreigt uit huis geplaatst te worden</p>}
      {found.isRestricted && <Restricted id={found.id} />}
      <p className="buttons screen-only">
        <a className="utrecht-button utrecht-button--primary-action" href={placeOf(['casussen', found.id, 'zoeken'])}>
          Zoek passende hulp
        </a>
        <a
          className="utrecht-button utrecht-button--secondary-action"
          href={placeOf(['casussen', found.id, 'checklist'])}
        >
          Checklist voor een groep
        </a>
        <Accesses caseId={found.id} />
      </p>
      <Standing found={found} />
      <div className="columns">
        <div>
          <Holds holds={found.holds} purpose={purpose} onChanged={onChanged} />
          <Proposals found={found} purpose={purpose} onChanged={onChanged} />
          <Timeline id={found.id} purpose={purpose} />
        </div>
        <div>
          <NeedList found={found} />
          <Consents found={found} purpose={purpose} onChanged={onChanged} />
          <Owner found={found} />
        </div>
      </div>
    </>
  );
}

/** Where the child lives is hidden; a care broker may see it in an emergency. */
function Restricted({ id }: { readonly id: string }): ReactNode {
  const { person } = useSession();
  return (
    <p>
      <span className="badge">Geheim adres</span> Waar dit kind woont, is afgeschermd.{' '}
      {person.roles.includes('care-broker') && (
        <a className="utrecht-link screen-only" href={placeOf(['casussen', id, 'noodtoegang'])}>
          Noodtoegang
        </a>
      )}
    </p>
  );
}

/** The organisation that brought the case reads who looked at it. */
function Accesses({ caseId }: { readonly caseId: string }): ReactNode {
  const { person } = useSession();
  if (!person.roles.includes('case-owner')) return null;
  return (
    <a className="utrecht-button utrecht-button--secondary-action" href={placeOf(['privacy', caseId])}>
      Wie keek in deze casus?
    </a>
  );
}

/** The case in one line; what is not known is left out. */
export function headline(found: Case): string {
  return [
    found.ageBand && ageBand[found.ageBand],
    found.municipality?.name,
    found.status && capital(caseStatus[found.status]),
    found.currentRung && `nu: ${ladderRung[found.currentRung]}`,
    found.openedAt && `sinds ${day(found.openedAt)}`,
  ]
    .filter(Boolean)
    .join(' · ');
}

function Owner({ found: { ownerOrganisation } }: { readonly found: Case }): ReactNode {
  if (!ownerOrganisation) return null;
  return (
    <section aria-labelledby="eigenaar">
      <h2 className="utrecht-heading-2" id="eigenaar">
        Wie de casus bracht
      </h2>
      <p>
        {ownerOrganisation.name ?? 'naam nu niet bekend'}
        {' · '}
        <Phone number={ownerOrganisation.contact?.phone} of={ownerOrganisation.name ?? 'de organisatie'} />
      </p>
    </section>
  );
}
