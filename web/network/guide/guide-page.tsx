import type { ReactNode } from 'react';
import { wayfinder } from '../../generated/operations.js';
import { regions } from '../../generated/regions.js';
import { ladderRung, wayfinderSituation, type WayfinderSituation } from '../../generated/words.js';
import { useSession } from '../../hub/session.js';
import { useAnswer } from '../../hub/use-hub.js';
import { goTo, placeOf, useRoute } from '../../page/route.js';
import { useSaid } from '../../parts/telling/announcer.js';
import { capital, day } from '../../parts/dutch.js';
import { Failure } from '../../parts/telling/failure.js';
import { Pick } from '../../parts/forms/fields.js';
import { Title } from '../../parts/title.js';
import { known } from '../../parts/forms/typed.js';
import { Flow } from './flow.js';
import { Weighing } from './weighing.js';

const usual: WayfinderSituation = 'OUT_OF_HOME_THREATENS';

/** From what plays to whom to call, as the region keeps it: a picture one can follow, with what to weigh beside it. */
export function GuidePage(): ReactNode {
  const { query } = useRoute();
  const [situation = usual] = known(query.get('situatie'), wayfinderSituation);
  const [rung] = known(query.get('trede'), ladderRung);
  const region = useRegion(query);
  const { data, error, isAsking, askAgain } = useAnswer(wayfinder, { situation, region });
  const guide = data?.wayfinder;
  useSaid(isAsking ? 'Laadt …' : `Wegwijzer: ${wayfinderSituation[situation]}.`);
  const asked = new URLSearchParams({ situatie: situation });
  return (
    <>
      <Title>Wegwijzer</Title>
      <p className="lead screen-only">
        Kies wat er speelt. De lijn loopt van stap naar stap, en bij elke stap naar wie u belt.
      </p>
      <RegionPick region={region} query={query} />
      <Situations situation={situation} query={query} />
      <div className="network-guide">
        <div>
          <Failure error={error} onRetry={askAgain} />
          {guide?.situation === situation && <Flow guide={guide} />}
          {guide && <p className="quiet">De regio keek dit na op {day(guide.checkedOn)}.</p>}
          <p className="screen-only">
            Komt u er niet uit?{' '}
            <a className="utrecht-link" href={placeOf(['netwerk', 'vraag'], asked)}>
              Vraag het netwerk over deze situatie
            </a>
          </p>
        </div>
        <Weighing
          rung={rung ?? null}
          region={region}
          onChoose={(chosen) => goTo(guidePlace(query, { trede: chosen }))}
        />
      </div>
    </>
  );
}

interface SituationsProps {
  readonly situation: WayfinderSituation;
  readonly query: URLSearchParams;
}

/** The own region, or for who works in several the one that was chosen. */
function useRegion(query: URLSearchParams): string {
  const { person } = useSession();
  const [first = ''] = Object.keys(regions);
  return person.region ?? query.get('regio') ?? first;
}

/** The same place with one choice made otherwise; none where it is empty. */
function guidePlace(query: URLSearchParams, choice: Readonly<Record<string, string>>): string {
  const kept = Object.entries({ ...Object.fromEntries(query), ...choice }).filter(([, value]) => value !== '');
  return placeOf(['netwerk', 'wegwijzer'], new URLSearchParams(kept));
}

function RegionPick({ region, query }: { readonly region: string; readonly query: URLSearchParams }): ReactNode {
  const { person } = useSession();
  if (person.region !== null) return null;
  return (
    <div className="narrow screen-only">
      <Pick
        label="Van welke regio?"
        words={regions}
        value={region}
        onChange={(regio) => goTo(guidePlace(query, { regio }))}
      />
    </div>
  );
}

/** The situations as links, so that each has an address, and back goes back. */
function Situations({ situation, query }: SituationsProps): ReactNode {
  return (
    <nav className="network-situations screen-only" aria-label="Wat speelt er?">
      <ul>
        {(Object.keys(wayfinderSituation) as WayfinderSituation[]).map((one) => (
          <li key={one}>
            <a href={guidePlace(query, { situatie: one })} aria-current={one === situation ? 'page' : undefined}>
              {capital(wayfinderSituation[one])}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
