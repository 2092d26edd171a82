import { useState, type ReactNode } from 'react';
import { caseOptions, type CaseOptionsData, type NeedInput } from '../generated/operations.js';
import { useLiveAnswer } from '../hub/live/use-live.js';
import { placeOf } from '../page/route.js';
import { Title } from '../parts/title.js';
import { Results } from '../search/results.js';
import { PurposeGate } from './purpose.js';

/** What fits the need of a case, where a place can be held at once. */
export function CaseSearchPage({ id }: { readonly id: string }): ReactNode {
  return <PurposeGate caseId={id}>{(purpose) => <Found id={id} purpose={purpose} />}</PurposeGate>;
}

function Found({ id, purpose }: { readonly id: string; readonly purpose: string }): ReactNode {
  const [first, setFirst] = useState(10);
  const [isHeld, setHeld] = useState(false);
  const { data, error, isAsking, askAgain } = useLiveAnswer(caseOptions, { id, first }, { purpose });
  const found = data?.case;
  return (
    <>
      <p className="back screen-only">
        <a className="utrecht-link" href={placeOf(['casussen', id])}>
          {isHeld ? 'Bekijk wat u vasthoudt' : 'Terug naar de casus'}
        </a>
      </p>
      <Title>{found?.number ? `Passende hulp voor ${found.number}` : 'Passende hulp'}</Title>
      {found && !found.options && !error && (
        <p className="empty">Er is nog niet beschreven wat gezocht wordt voor deze casus.</p>
      )}
      {data && !found && !error && <p className="empty">Deze casus bestaat niet, of is niet van u.</p>}
      <Results
        options={found?.options ?? null}
        error={error}
        isAsking={isAsking}
        onRetry={askAgain}
        onMore={() => setFirst(first + 10)}
        {...(found?.need && { save: { need: needOf(found.need), caseId: id, purpose } })}
        hold={{ caseId: id, purpose, onHeld: () => setHeld(true) }}
      />
    </>
  );
}

type Need = NonNullable<NonNullable<CaseOptionsData['case']>['need']>;

/** The need of a case as it is sought; where its home may not be known nothing is measured from there. */
function needOf(need: Need): NeedInput {
  return need.nearPostcode4 === null ? { ...need, maxDistanceKm: null } : need;
}
