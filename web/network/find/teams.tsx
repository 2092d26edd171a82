import { useMemo, type ReactNode } from 'react';
import { teams, type TeamsData } from '../../generated/operations.js';
import { teamKind } from '../../generated/words.js';
import { usePages } from '../../hub/use-pages.js';
import { capital } from '../../parts/dutch.js';
import { Failure } from '../../parts/telling/failure.js';
import { focusOn } from '../../parts/forms/focus.js';
import { MoreButton } from '../../parts/more-button.js';
import { TeamPhone } from '../team-phone.js';

const teamsOf = (data: TeamsData) => data.teams;
const teamsId = 'teams';

/** The teams that work in a municipality today, and how to reach them. */
export function Teams({ municipalityCode }: { readonly municipalityCode: string }): ReactNode {
  const asked = useMemo(() => ({ filter: { municipalityCode } }), [municipalityCode]);
  const listed = usePages(teams, asked, teamsOf);
  const { nodes, error, askAgain } = listed;
  return (
    <section aria-labelledby={teamsId}>
      <h2 className="utrecht-heading-2" id={teamsId} tabIndex={-1}>
        Teams die hier werken{nodes && ` (${nodes.length}${listed.hasMore ? ' of meer' : ''})`}
      </h2>
      <Failure error={error} onRetry={askAgain} />
      {nodes?.length === 0 && <p className="empty">In deze gemeente werkt nu geen team.</p>}
      {nodes && nodes.length > 0 && (
        <details>
          <summary>Bekijk de teams</summary>
          <TeamTable nodes={nodes} />
          <MoreButton listed={listed} told={`Dit zijn ${nodes.length} teams.`} onMore={() => focusOn(teamsId)} />
        </details>
      )}
    </section>
  );
}

type Team = NonNullable<TeamsData['teams']>['edges'][number]['node'];

function TeamTable({ nodes }: { readonly nodes: readonly Team[] }): ReactNode {
  return (
    <table className="utrecht-table stacked">
      <caption className="unseen">Teams die in deze gemeente werken</caption>
      <thead>
        <tr>
          <th scope="col">Team</th>
          <th scope="col">Wat het mag en doet</th>
          <th scope="col">Telefoon</th>
        </tr>
      </thead>
      <tbody>
        {nodes.map((team) => (
          <tr key={team.id}>
            <th scope="row">
              {team.name ?? 'naam niet bekend'}
              {team.kind && <span className="block quiet">{capital(teamKind[team.kind])}</span>}
            </th>
            <td data-word="Wat het doet">{team.mandate ?? '–'}</td>
            <td data-word="Telefoon">
              <TeamPhone team={team} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
