import { useState, type ReactNode } from 'react';
import { caseOptions, type CaseOptionsData, type NeedInput } from '../generated/operations.js';
import { useLiveAnswer } from '../hub/live/use-live.js';
import { placeOf } from '../page/route.js';
import { Title } from '../parts/title.js';
import { Failure } from '../parts/telling/failure.js';
import { useOwnSteps } from '../parts/telling/own-steps.js';
import type { BesideHold, Options, Refusal } from '../search/options.js';
import { Results } from '../search/results.js';
import { OptionSteps } from './proposals/option-steps.js';
import { StandingLine } from './proposals/standing-line.js';
import { standingOf } from './proposals/standing.js';
import { CaseWork } from './case-work.js';

/** What fits the need of a case, where a place can be held at once. */
export function CaseSearchPage({ id }: { readonly id: string }): ReactNode {
  return <CaseWork id={id}>{(purpose) => <Found id={id} purpose={purpose} />}</CaseWork>;
}

function Found({ id, purpose }: { readonly id: string; readonly purpose: string }): ReactNode {
  const { count } = useOwnSteps();
  const [first, setFirst] = useState(10);
  const [isHeld, setHeld] = useState(false);
  const [isQuiet, setQuiet] = useState(false);
  const [refusal, setRefusal] = useState<Refusal>();
  const { data, error, isAsking, askAgain } = useLiveAnswer(caseOptions, { id, first }, { purpose });
  const found = data?.case;
  // what came of a step is said: a search that is told beside it would be heard in its place
  const askQuietly = (): void => {
    setQuiet(true);
    askAgain();
  };
  const askAloud = (): void => {
    setQuiet(false);
    askAgain();
  };
  const held = (): void => {
    count();
    setHeld(true);
  };
  const changed = (refused?: Refusal): void => {
    setRefusal(refused);
    askQuietly();
  };
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
      <Gone refusal={refusal} options={found?.options} />
      <Results
        options={found?.options ?? null}
        error={error}
        isAsking={isAsking}
        isQuiet={isQuiet}
        onRetry={askAloud}
        onMore={() => {
          setQuiet(false);
          setFirst(first + 10);
        }}
        home={{ municipalityCode: found?.municipality?.code ?? null, postcode4: found?.need?.nearPostcode4 ?? null }}
        {...(found?.need && { save: { need: needOf(found.need), caseId: id, purpose } })}
        {...(found && { beside: besideHold(found, purpose, askQuietly) })}
        hold={{ caseId: id, purpose, onHeld: held, onChanged: changed }}
      />
    </>
  );
}

interface GoneProps {
  readonly refusal: Refusal | undefined;
  readonly options: Options | null | undefined;
}

/** Why a place could not be held, of an offer that is no longer among what was found: elsewhere its own form says it. */
function Gone({ refusal, options }: GoneProps): ReactNode {
  if (!refusal || !options || options.edges.some(({ node }) => node.id === refusal.offerId)) return null;
  return (
    <section aria-label={`Niet vastgehouden: ${refusal.title}`}>
      <p>
        <strong>Niet vastgehouden: {refusal.title}.</strong>
      </p>
      <Failure error={refusal.error} isStep />
    </section>
  );
}

/** What was thought of an option, whether the case lies before its provider, and the steps that are left. */
function besideHold(found: FoundCase, purpose: string, onChanged: () => void): BesideHold {
  const { id: caseId, ownerOrganisation: owner, judgements, referrals } = found;
  const proposed = { caseId, purpose, owner, hasConsents: false, onChanged };
  return {
    standing: (offer) => <StandingLine offer={offer} standing={standingOf(offer, judgements, referrals)} />,
    steps: (offer, onBegun) => (
      <OptionSteps
        offer={offer}
        standing={standingOf(offer, judgements, referrals)}
        proposed={proposed}
        onBegun={onBegun}
      />
    ),
  };
}

type FoundCase = NonNullable<CaseOptionsData['case']>;
type Need = NonNullable<FoundCase['need']>;

/** The need of a case as it is sought; where its home may not be known nothing is measured from there. */
function needOf(need: Need): NeedInput {
  return need.nearPostcode4 === null ? { ...need, maxDistanceKm: null } : need;
}
