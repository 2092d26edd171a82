import type { Caller } from '../../../../platform/identity/caller.js';
import { ageBandOf } from '../../../../vocabulary/age-band.js';
import type { OptionSearch } from '../options.service.js';
import type { unmetNeedStore } from './unmet-need.store.js';
import { unmetNeeds, type UnmetSearch } from './unmet.rules.js';

/** Beyond the oldest band that the region counts. */
export const older = 'OLDER';

/** Keeps for which help no option was found, so that a region can count what it lacks. */
export function unmetNeedService(store: ReturnType<typeof unmetNeedStore>) {
  return {
    /** Notes each rung without an option, once a day for each reason; nothing where every rung had one. */
    async note(caller: Caller, { need, caseId }: OptionSearch, { searchedOn, rungs }: UnmetSearch): Promise<void> {
      const needs = unmetNeeds(rungs);
      if (needs.length === 0) return;
      await store.add({
        caseId,
        region: caller.region,
        municipalityCode: need.municipalityCode,
        ageBand: ageBandOf(Number(searchedOn.slice(0, 4)) - need.birthYear) ?? older,
        soughtOn: searchedOn,
        needs,
      });
    },
  };
}
