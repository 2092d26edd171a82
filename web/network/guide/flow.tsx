import type { ReactNode } from 'react';
import type { WayfinderData } from '../../generated/operations.js';
import { wayfinderSituation } from '../../generated/words.js';
import { capital } from '../../parts/dutch.js';
import { TeamPhone } from '../team-phone.js';

type Guide = NonNullable<WayfinderData['wayfinder']>;
type Step = Guide['steps'][number];
type Team = NonNullable<Step['teams']>[number];

/** So many are drawn at a step; the others are one click away. */
const drawn = 3;

/**
 * The steps as boxes on a line that begins at the situation, each with a branch to the teams to call. For who does not see it, it is a list of
 * steps with a list of teams in each: the lines are drawn around the same words.
 */
export function Flow({ guide }: { readonly guide: Guide }): ReactNode {
  return (
    <section className="network-flow" aria-labelledby="wegwijzer-begin">
      <h2 className="network-flow__start" id="wegwijzer-begin">
        {capital(wayfinderSituation[guide.situation])}
      </h2>
      <ol>
        {guide.steps.map((step) => (
          <li key={step.position} className="network-flow__step">
            <FlowStep step={step} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function FlowStep({ step }: { readonly step: Step }): ReactNode {
  const { position, task, who, byWhen, source, teams } = step;
  return (
    <>
      <div className="network-flow__box">
        <h3 className="network-flow__task">
          <span className="network-flow__number" aria-hidden="true">
            {position}
          </span>
          {task}
        </h3>
        <p>
          <span className="quiet">Wie:</span> {who}
        </p>
        <p>
          <span className="quiet">Wanneer:</span> {byWhen}
        </p>
        <p className="network-flow__source">{source ?? 'Voorstel, de regio kan het anders afspreken.'}</p>
      </div>
      {teams === null && <p className="network-flow__calls quiet">Wie u belt is nu niet bekend.</p>}
      {teams && teams.length > 0 && <Calls position={position} teams={teams} />}
    </>
  );
}

function Calls({ position, teams }: { readonly position: number; readonly teams: readonly Team[] }): ReactNode {
  const others = teams.slice(drawn);
  return (
    <div className="network-flow__calls">
      <p className="network-flow__call-title" id={`bel-${position}`}>
        Bel
      </p>
      <ul aria-labelledby={`bel-${position}`}>
        {teams.slice(0, drawn).map((team) => (
          <Call key={team.id} team={team} />
        ))}
      </ul>
      {others.length > 0 && (
        <details>
          <summary>
            Nog {others.length}
            <span className="unseen"> bij stap {position}</span>
          </summary>
          <ul>
            {others.map((team) => (
              <Call key={team.id} team={team} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Call({ team }: { readonly team: Team }): ReactNode {
  return (
    <li>
      {team.name ?? 'team zonder naam'} <TeamPhone team={team} />
    </li>
  );
}
