import { SecondaryActionButton } from '@utrecht/button-react';
import { useCallback, useState, type ReactNode } from 'react';
import { ownOffers } from '../../generated/operations.js';
import { useLiveAnswer } from '../../hub/live/use-live.js';
import { useKept } from '../../hub/use-kept.js';
import { placeOf } from '../../page/route.js';
import { Failure } from '../../parts/telling/failure.js';
import { Told } from '../../parts/telling/told.js';
import { useNow } from '../../parts/use-now.js';
import { tally, type OwnOffer } from '../own-offers.js';
import { ConfirmAll, useConfirming } from './confirm.js';
import { OfferRow } from './offer-row.js';

/** What the organisation told is free: how fresh that is, and how it is told anew. */
export function OwnFigures(): ReactNode {
  const [after, setAfter] = useState<string | null>(null);
  const { data, error, isAsking, askAgain } = useLiveAnswer(ownOffers, { after });
  const list = useKept(data?.offers);
  const offers = list?.edges.map(({ node }) => node) ?? [];
  const [told, setTold] = useState('');
  const done = useCallback(
    (text: string) => {
      setTold(text);
      askAgain();
    },
    [askAgain],
  );
  return (
    <section aria-labelledby="aanbod">
      <h2 className="utrecht-heading-2" id="aanbod">
        Wat u kunt bieden
      </h2>
      <Failure error={error} onRetry={askAgain} />
      {error && offers.length > 0 && <p className="told">Hieronder staat wat er eerder stond.</p>}
      {list && offers.length === 0 && <p className="empty">Uw organisatie heeft nog geen aanbod in Thuisbasis.</p>}
      {offers.length > 0 && (
        <>
          <FreshnessLine offers={offers} isWhole={after === null && list?.pageInfo.hasNextPage === false} />
          <div className="buttons">
            <ConfirmAll offers={offers} onDone={done} />
            <a className="utrecht-button utrecht-button--secondary-action" href={placeOf(['aanbieder', 'bestand'])}>
              Stuur een bestand in
            </a>
          </div>
          <Told text={told} />
          <Figures offers={offers} onDone={done} />
          <Pages
            isFirst={after === null}
            next={list?.pageInfo.hasNextPage ? list.pageInfo.endCursor : null}
            isAsking={isAsking}
            go={setAfter}
          />
        </>
      )}
    </section>
  );
}

/** How many figures are of now and how many are not. */
function FreshnessLine({
  offers,
  isWhole,
}: {
  readonly offers: readonly OwnOffer[];
  readonly isWhole: boolean;
}): ReactNode {
  const { FRESH, AGING, STALE, UNKNOWN } = tally(offers);
  const old = STALE + UNKNOWN;
  return (
    <p className="freshness">
      {!isWhole && 'Op deze bladzijde: '}
      <span>{FRESH} actueel</span>
      <span className={AGING > 0 ? 'age--aging' : ''}>{AGING} wordt oud</span>
      <span className={old > 0 ? 'age--stale' : ''}>{old} verouderd of zonder cijfer</span>
      {old > 0 && <span className="quiet">Een verouderd cijfer telt niet als vrij: zoekers moeten u bellen.</span>}
    </p>
  );
}

interface FiguresProps {
  readonly offers: readonly OwnOffer[];
  readonly onDone: (told: string) => void;
}

function Figures({ offers, onDone }: FiguresProps): ReactNode {
  const now = useNow(60_000);
  const confirming = useConfirming(onDone);
  return (
    <>
      <Failure error={confirming.error} isStep />
      <table className="utrecht-table stacked">
        <caption className="unseen">Uw aanbod met het laatste cijfer</caption>
        <thead>
          <tr>
            <th scope="col">Aanbod</th>
            <th scope="col">Vrij</th>
            <th scope="col">Wachtlijst</th>
            <th scope="col">Cijfer</th>
            <th scope="col">
              <span className="unseen">Wat u kunt doen</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {offers.map((offer) => (
            <OfferRow key={offer.id} offer={offer} now={now} confirming={confirming} onDone={onDone} />
          ))}
        </tbody>
      </table>
    </>
  );
}

interface PagesProps {
  readonly isFirst: boolean;
  readonly next: string | null;
  readonly isAsking: boolean;
  readonly go: (after: string | null) => void;
}

function Pages({ isFirst, next, isAsking, go }: PagesProps): ReactNode {
  if (isFirst && next === null) return null;
  return (
    <p className="buttons">
      {!isFirst && (
        <SecondaryActionButton disabled={isAsking} onClick={() => go(null)}>
          Naar het begin
        </SecondaryActionButton>
      )}
      {next !== null && (
        <SecondaryActionButton disabled={isAsking} onClick={() => go(next)}>
          Volgende aanbiedingen
        </SecondaryActionButton>
      )}
    </p>
  );
}
