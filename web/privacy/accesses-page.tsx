import type { ReactNode } from 'react';
import { caseAccesses, type CaseAccessesData } from '../generated/operations.js';
import { useSession } from '../hub/session.js';
import { usePages } from '../hub/use-pages.js';
import { placeOf } from '../page/route.js';
import { useSaid } from '../parts/telling/announcer.js';
import { capital, count, moment } from '../parts/dutch.js';
import { Failure } from '../parts/telling/failure.js';
import { MoreButton } from '../parts/more-button.js';
import { roleWords } from '../parts/people-words.js';
import { Title } from '../parts/title.js';
import { eventText, purposeText, userText } from './words.js';

type Access = NonNullable<CaseAccessesData['caseAccesses']>['edges'][number]['node'];

const accessesOf = (data: CaseAccessesData) => data.caseAccesses;

/** Who looked at one case, when and what for: the organisation that brought it may tell the family. */
export function AccessesPage({ caseId }: { readonly caseId: string }): ReactNode {
  const { person } = useSession();
  const listed = usePages(caseAccesses, { caseId }, accessesOf);
  const { nodes, error, isAsking, askAgain } = listed;
  useSaid(isAsking ? 'Laadt …' : nodes ? `${count(nodes.length, 'keer', 'keer')} getoond.` : '');
  return (
    <>
      <p className="back screen-only">
        <a className="utrecht-link" href={placeOf(['privacy'])}>
          Naar privacy
        </a>
        {person.roles.includes('case-owner') && (
          <>
            {' · '}
            <a className="utrecht-link" href={placeOf(['casussen', caseId])}>
              Naar de casus
            </a>
          </>
        )}
      </p>
      <Title>Wie keek in deze casus</Title>
      <p className="lead">
        Iedere keer dat iemand keek of iets deed, staat hier, ook als het geweigerd werd. Ook dat u dit nu bekijkt. Het
        gezin mag dit van u horen.
      </p>
      <Failure error={error} onRetry={askAgain} />
      {nodes?.length === 0 && <p className="empty">Over deze casus is niets opgeschreven. Klopt het kenmerk?</p>}
      {nodes && nodes.length > 0 && <AccessTable accesses={nodes} />}
      <MoreButton listed={listed} told={`Dit zijn de laatste ${nodes?.length ?? 0} keer.`} />
    </>
  );
}

function AccessTable({ accesses }: { readonly accesses: readonly Access[] }): ReactNode {
  return (
    <table className="utrecht-table stacked">
      <caption className="unseen">Wie keek in deze casus, de laatste keer eerst</caption>
      <thead>
        <tr>
          <th scope="col">Wanneer</th>
          <th scope="col">Wie</th>
          <th scope="col">Wat</th>
          <th scope="col">Waarvoor</th>
        </tr>
      </thead>
      <tbody>
        {accesses.map((access) => (
          <AccessRow key={access.id} access={access} />
        ))}
      </tbody>
    </table>
  );
}

function AccessRow({ access }: { readonly access: Access }): ReactNode {
  const { at, userId, roles, organisation, event, purpose, isGranted, isBreakGlass } = access;
  return (
    <tr>
      <th scope="row" className="short">
        {moment(at)}
        {isBreakGlass && <span className="badge badge--urgent">noodtoegang</span>}
        {!isGranted && <span className="badge">geweigerd</span>}
      </th>
      <td data-word="Wie">
        {capital(roles.map((role) => roleWords[role] ?? role).join(', '))}
        {organisation?.name && `, ${organisation.name}`} <span className="quiet user">{userText(userId)}</span>
      </td>
      <td data-word="Wat">{capital(eventText(event))}</td>
      <td data-word="Waarvoor">{purposeText(purpose)}</td>
    </tr>
  );
}
