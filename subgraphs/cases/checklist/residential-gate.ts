import { ladderPosition, type LadderRung } from '../../../vocabulary/ladder.js';
import type { CaseRow } from '../case/case.entity.js';
import { assertChecklistAllows } from './checklist.rules.js';
import type { ChecklistStore } from './checklist.store.js';

/** The lightest help that a need seeks; null where it seeks none in particular. Who names no offer is held to it. */
function lightestSought(rungs: readonly LadderRung[]): LadderRung | null {
  const ladder = rungs.filter((rung) => rung !== 'TAILORED');
  return ladder.length === rungs.length
    ? ladder.reduce<LadderRung | null>(
        (lightest, rung) => (lightest && ladderPosition(lightest) <= ladderPosition(rung) ? lightest : rung),
        null,
      )
    : null;
}

/** What stands before a place in a group: no case comes before a provider for one, nor gets one, while its checklist lacks anything. */
export function residentialGate(checklists: ChecklistStore) {
  const assertAllowed = async (caseId: string, rung: LadderRung | null): Promise<void> => {
    if (rung !== null) assertChecklistAllows(rung, await checklists.checklistOf(caseId));
  };

  return {
    /** Throws CHECKLIST_INCOMPLETE. The rung is that of the offer, as capacity says it, whoever asks. */
    async assertWeighed({ id, need }: Pick<CaseRow, 'id' | 'need'>, offerId: string | null): Promise<void> {
      const rung = offerId === null ? lightestSought(need?.rungs ?? []) : await checklists.rungOfOffer(offerId);
      await assertAllowed(id, rung);
    },

    /** The same for care that is allocated: on the rung of its offer, or of the care itself where there is none. Throws CHECKLIST_INCOMPLETE. */
    async assertPlaced(caseId: string, offerId: string | null, rung: LadderRung): Promise<void> {
      await assertAllowed(caseId, offerId === null ? rung : await checklists.rungOfOffer(offerId));
    },
  };
}

export type ResidentialGate = ReturnType<typeof residentialGate>;
