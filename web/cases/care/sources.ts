import type { AllocatePlacementInput } from '../../generated/operations.js';
import { ladderRung, type LadderRung } from '../../generated/words.js';
import type { CareCase } from './care.js';

/** What care can be allocated of. */
export interface Source {
  readonly key: string;
  readonly word: string;
  /** The rungs to choose from; none where the offer says it. */
  readonly rungs: readonly LadderRung[];
  readonly meant: Pick<AllocatePlacementInput, 'referralId' | 'holdId'>;
}

/** Rungs on which care can be given without a provider of the hub. */
const ownRungs: readonly LadderRung[] = ['OWN_HOME', 'LOCAL_TEAM', 'COMMUNITY_SUPPORT', 'KINSHIP_FOSTER'];
const careRungs = (Object.keys(ladderRung) as LadderRung[]).filter((rung) => rung !== 'MENTOR_JIM');

/** What care of a case can be allocated of: referrals and holds with a yes that are not used, and the own network. */
export function sourcesOf({ referrals, holds, placements }: CareCase): Source[] {
  const used = new Set(
    (placements ?? [])
      .filter(({ status }) => status !== 'CANCELLED')
      .flatMap(({ referral, hold }) => [referral?.id, hold?.id]),
  );
  const accepted = (referrals ?? []).filter(
    ({ id, state, hold }) => state === 'ACCEPTED' && !used.has(id) && !used.has(hold?.id),
  );
  const answered = new Set(accepted.map(({ hold }) => hold?.id));
  const promised = (holds?.edges ?? [])
    .map(({ node }) => node)
    .filter(({ id, state }) => state === 'ACTIVE' && !used.has(id) && !answered.has(id));
  return [
    ...accepted.map(({ id, offer, hold, organisation }) => ({
      ...{ key: `referral ${id}`, meant: { referralId: id }, rungs: offer || hold ? [] : careRungs },
      word: `${wordOf(offer?.title, organisation?.name)} (zei ja op het voorstel)`,
    })),
    ...promised.map(({ id, offer }) => ({
      ...{ key: `hold ${id}`, meant: { holdId: id }, rungs: [] },
      word: `${wordOf(offer?.title, offer?.organisation?.name)} (vastgehouden plek)`,
    })),
    { key: 'own', word: 'het eigen netwerk', rungs: ownRungs, meant: {} },
  ];
}

function wordOf(title: string | undefined, organisation: string | null | undefined): string {
  return [title, organisation].filter(Boolean).join(', ') || 'aanbod nu niet bekend';
}
