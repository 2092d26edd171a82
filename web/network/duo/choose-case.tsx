import type { ReactNode } from 'react';
import { byUrgency, urgencyOf } from '../../cases/urgency.js';
import { cases, type CasesData } from '../../generated/operations.js';
import { ageBand } from '../../generated/words.js';
import { usePages } from '../../hub/use-pages.js';
import { placeOf } from '../../page/route.js';
import { useSaid } from '../../parts/telling/announcer.js';
import { Failure } from '../../parts/telling/failure.js';
import { focusOn } from '../../parts/forms/focus.js';
import { MoreButton } from '../../parts/more-button.js';
import { Title } from '../../parts/title.js';

const none = {};
const casesOf = (data: CasesData) => data.cases;
const listId = 'duo-casussen';

/** For which family a duo is sought: open cases, the most urgent first. */
export function ChooseCase(): ReactNode {
  const listed = usePages(cases, none, casesOf);
  const { nodes, error, isAsking, askAgain } = listed;
  useSaid(isAsking ? 'Laadt …' : '');
  return (
    <>
      <Title>Duo plannen</Title>
      <p className="lead">
        Een duo gaat altijd met z’n tweeën naar een gezin. Kies voor welke casus; dan ziet u wie er uren heeft.
      </p>
      <Failure error={error} onRetry={askAgain} />
      {nodes?.length === 0 && <p className="empty">Er zijn geen open casussen.</p>}
      {nodes && nodes.length > 0 && (
        <table className="utrecht-table stacked" id={listId} tabIndex={-1}>
          <caption className="unseen">Open casussen, de meest dringende eerst</caption>
          <thead>
            <tr>
              <th scope="col">Casus</th>
              <th scope="col">Leeftijd</th>
              <th scope="col">Gemeente</th>
            </tr>
          </thead>
          <tbody>
            {byUrgency(nodes).map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <a className="utrecht-link" href={placeOf(['netwerk', 'duo', one.id])}>
                    {one.number ?? 'casus zonder nummer'}
                  </a>
                  {urgencyOf(one) !== null && <span className="badge badge--urgent">{urgencyOf(one)}</span>}
                </th>
                <td data-word="Leeftijd">{one.ageBand ? ageBand[one.ageBand] : '–'}</td>
                <td data-word="Gemeente">{one.municipality?.name ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <MoreButton
        listed={listed}
        told={`Dit zijn de ${nodes?.length ?? 0} casussen die het laatst begonnen.`}
        onMore={() => focusOn(listId)}
      />
    </>
  );
}
