import { SecondaryActionButton } from '@utrecht/button-react';
import type { ReactNode } from 'react';
import { saveSearch, type NeedInput } from '../generated/operations.js';
import { keyed, useOnce } from '../hub/use-once.js';
import { placeOf } from '../page/route.js';
import { day } from '../parts/dutch.js';
import { focusedAtFirst } from '../parts/forms/focus.js';
import { Failure } from '../parts/telling/failure.js';

/** What is sought, and for which case. */
export interface ToSave {
  readonly need: NeedInput;
  readonly caseId: string | null;
  readonly purpose: string | undefined;
}

/** Whether somebody with these roles can keep a search. */
export function canKeep(roles: readonly string[]): boolean {
  return ['care-broker', 'case-owner'].some((role) => roles.includes(role));
}

/** Keeps a search: whoever keeps it is told once a place comes free that fits. */
export function SaveSearch({ need, caseId, purpose }: ToSave): ReactNode {
  const { isTaking, data, error, take } = useOnce(saveSearch, purpose);
  const endsAt = data?.saveSearch?.savedSearch?.endsAt ?? null;
  return (
    <div className="screen-only">
      {endsAt === null && (
        <SecondaryActionButton disabled={isTaking} onClick={() => void take({ need, caseId }, keyed)}>
          Zoekopdracht bewaren
        </SecondaryActionButton>
      )}
      <p className="news" aria-live="polite" tabIndex={-1} ref={endsAt === null ? undefined : focusedAtFirst}>
        {endsAt !== null && (
          <>
            Bewaard tot {day(endsAt)}. U krijgt bericht als er een plek vrijkomt die past.{' '}
            <a className="utrecht-link" href={placeOf(['bewaard'])}>
              Bekijk wat u bewaart
            </a>
          </>
        )}
      </p>
      <Failure error={error} isStep />
    </div>
  );
}
