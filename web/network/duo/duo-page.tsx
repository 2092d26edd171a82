import { useEffect, useRef, useState, type ReactNode } from 'react';
import { PurposeGate } from '../../cases/purpose.js';
import { caseDuos } from '../../generated/operations.js';
import { characteristic } from '../../generated/words.js';
import { useLiveAnswer } from '../../hub/live/use-live.js';
import { useKept } from '../../hub/use-kept.js';
import type { Listed } from '../../hub/use-pages.js';
import { goTo, placeOf, useRoute } from '../../page/route.js';
import { useSaid } from '../../parts/telling/announcer.js';
import { Failure } from '../../parts/telling/failure.js';
import { focusOn } from '../../parts/forms/focus.js';
import { MoreButton } from '../../parts/more-button.js';
import { Title } from '../../parts/title.js';
import { Told } from '../../parts/telling/told.js';
import { useTold } from '../../parts/telling/use-told.js';
import { ChooseCase } from './choose-case.js';
import { Deployments } from './deployments.js';
import { DuoForm } from './duo-form.js';
import { fromAddress, toAddress, wishesOf, type DuoDraft } from './duo-draft.js';
import { duosId, FoundDuos } from './found-duos.js';
import type { DuoCase } from './people.js';

/** Sending two people to a family: for which case, then who has hours, and who is there already. */
export function DuoPage({ caseId }: { readonly caseId: string | undefined }): ReactNode {
  if (caseId === undefined) return <ChooseCase />;
  return <PurposeGate caseId={caseId}>{(purpose) => <Planner caseId={caseId} purpose={purpose} />}</PurposeGate>;
}

const atOnce = 5;
/** More duos the hub does not give. */
const most = 20;

interface PlannerProps {
  readonly caseId: string;
  readonly purpose: string;
}

function Planner({ caseId, purpose }: PlannerProps): ReactNode {
  const { query } = useRoute();
  const sought = fromAddress(query);
  const told = useTold();
  const [first, setFirst] = useState(atOnce);
  const variables = { caseId, ...wishesOf(sought), first };
  const { data, error, isAsking, askAgain } = useLiveAnswer(caseDuos, variables, { purpose });
  const planned = useKept(data?.case);
  useSaid(isAsking ? 'Zoekt …' : '');
  const changed = (text: string): void => {
    told.tell(text);
    askAgain();
  };
  const more = {
    hasMore: !isAsking && first < most && planned?.duos?.length === first,
    isAsking,
    askMore: () => setFirst(first + atOnce),
  };
  return (
    <>
      <Title>{planned ? `Duo voor casus ${planned.number ?? ''}` : 'Duo plannen'}</Title>
      <p>
        <a className="utrecht-link screen-only" href={placeOf(['netwerk', 'duo'])}>
          Kies een andere casus
        </a>
      </p>
      <Failure error={error} onRetry={askAgain} />
      <Told key={told.turn} text={told.text} />
      {planned && <Deployments deployments={planned.deployments ?? []} onChanged={changed} />}
      {planned && <Seek planned={planned} sought={sought} purpose={purpose} more={more} onSent={changed} />}
    </>
  );
}

interface SeekProps {
  readonly planned: DuoCase;
  readonly sought: DuoDraft;
  readonly purpose: string;
  readonly more: Pick<Listed<unknown>, 'hasMore' | 'isAsking' | 'askMore'>;
  readonly onSent: (text: string) => void;
}

/** The form, and beside it who was found. */
function Seek({ planned, sought, purpose, more, onSent }: SeekProps): ReactNode {
  const { query, key } = useRoute();
  const address = query.toString();
  const isFirst = useRef(true);
  const duos = planned.duos ?? undefined;
  useEffect(() => {
    if (!isFirst.current) focusOn(duosId);
    isFirst.current = false;
  }, [address, key]);
  return (
    <div className="search">
      <div className="search__form">
        <Plays need={planned.need} />
        <DuoForm
          key={`${address} ${key}`}
          sought={sought}
          need={planned.need}
          onSeek={(wanted) => goTo(placeOf(['netwerk', 'duo', planned.id], toAddress(wanted)))}
        />
      </div>
      <div className="search__results">
        <FoundDuos planned={planned} sought={sought} purpose={purpose} isAsking={more.isAsking} onSent={onSent} />
        <MoreButton
          listed={{ nodes: duos, ...more }}
          told={`Dit zijn de ${duos?.length ?? 0} duo’s die het best passen.`}
          onMore={() => focusOn(duosId)}
        />
      </div>
    </div>
  );
}

/** What plays in the family, as far as codes say it: by this the order of duos follows. */
function Plays({ need }: Pick<DuoCase, 'need'>): ReactNode {
  const words = (need?.characteristics ?? []).map((code) => characteristic[code]);
  return (
    <p className="quiet">
      {words.length === 0
        ? 'In de casus staat niet wat er speelt: de volgorde let daar nu niet op.'
        : `Wat er speelt: ${words.join(', ')}. Wie daarin thuis is, staat vooraan.`}
    </p>
  );
}
