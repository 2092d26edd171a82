import { HubError } from '../../../../platform/errors/errors.js';
import type { LadderRung } from '../../../../vocabulary/ladder.js';
import type { KnownHoldState } from '../../known/known-places.read-model.js';

/** Rungs on which care can be given without a provider of the hub. */
const ownRungs: readonly LadderRung[] = ['OWN_HOME', 'LOCAL_TEAM', 'COMMUNITY_SUPPORT', 'KINSHIP_FOSTER'];

/** Care begins of a hold that the provider said yes to, or that was converted already. Throws STATE_CONFLICT. */
export function assertCareBegins(state: KnownHoldState): void {
  if (state !== 'ACTIVE' && state !== 'CONVERTED') throw new HubError('STATE_CONFLICT', { state });
}

/**
 * The rung of a placement: that of its offer, where one is known, else the one that is asked. A mentor is registered, never placed with.
 * Throws BAD_USER_INPUT.
 */
export function placedRung(
  asked: LadderRung | null,
  { organisationId, rung: known }: { readonly organisationId: string | null; readonly rung: LadderRung | null },
): LadderRung {
  const wrong = (expected: string) => new HubError('BAD_USER_INPUT', { field: 'rung', expected });
  if (known !== null && asked !== null && asked !== known) throw wrong(known);
  const rung = known ?? asked;
  if (organisationId === null && (rung === null || !ownRungs.includes(rung))) throw wrong(ownRungs.join(', '));
  if (rung === null) throw wrong('LadderRung');
  if (rung === 'MENTOR_JIM') throw wrong('≠ MENTOR_JIM');
  return rung;
}
