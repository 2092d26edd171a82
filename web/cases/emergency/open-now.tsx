import { SecondaryActionButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import { endBreakGlass, type OwnBreakGlassesData } from '../../generated/operations.js';
import { keyed, useOnce } from '../../hub/use-once.js';
import { placeOf } from '../../page/route.js';
import { Countdown } from '../../parts/countdown.js';
import { Failure } from '../../parts/telling/failure.js';
import { focusedAtFirst } from '../../parts/forms/focus.js';

interface OpenNowProps {
  readonly caseId: string;
  readonly opening: NonNullable<OwnBreakGlassesData['breakGlasses']>['edges'][number]['node'];
  readonly purpose: string;
  /** Told when it was ended, or its time is over. */
  readonly onEnded: () => void;
}

/** Emergency access that somebody has: until when, what can be done with it, and how to give it back. */
export function OpenNow({ caseId, opening, purpose, onEnded }: OpenNowProps): ReactNode {
  const ending = useOnce(endBreakGlass, purpose);
  const end = async (): Promise<void> => {
    if (ending.isTaking) return;
    if (await ending.take({ breakGlassId: opening.id }, keyed)) onEnded();
  };
  return (
    <>
      <p className="done" tabIndex={-1} ref={focusedAtFirst}>
        <strong>U hebt noodtoegang.</strong> <Countdown until={opening.endsAt} onOver={onEnded} />
      </p>
      <p>U ziet nu in welke buurt het kind woont, en zoekt hulp dicht bij huis. Wat u bekijkt, wordt opgeschreven.</p>
      <Failure error={ending.error} isStep />
      <p className="buttons">
        <a className="utrecht-button utrecht-button--primary-action" href={placeOf(['casussen', caseId, 'zoeken'])}>
          Zoek passende hulp
        </a>
        <SecondaryActionButton busy={ending.isTaking} onClick={() => void end()}>
          Beëindig noodtoegang
        </SecondaryActionButton>
      </p>
    </>
  );
}
