import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import type { CasePlaceStore } from '../../case/whereabouts/case-place.store.js';
import type { CaseRow } from '../../case/case.entity.js';
import { knowsWhereabouts } from '../../case/whereabouts/restriction.rules.js';
import type { CaseChangesStore } from '../../case/steps/case-changes.store.js';
import type { CaseLocks, ReadCase } from '../../case/steps/case-locks.js';
import type { NeedStore } from '../need.store.js';
import type { SoughtHelpInput } from './describe-need.input.js';
import { changedHelp, checkSought, toSoughtHelp, type SoughtFrom } from './sought-help.rules.js';

interface Parts {
  readonly locks: CaseLocks;
  readonly needs: NeedStore;
  readonly places: CasePlaceStore;
  readonly changes: CaseChangesStore;
}

/** Describes needs, in the transaction of the request. */
export function needStepsService({ locks, needs, places, changes }: Parts) {
  return {
    /**
     * What is sought from now on; what was sought before is kept. Throws NOT_FOUND, VERSION_CONFLICT, CASE_CLOSED, ONLY_FOR_OWNER,
     * BAD_USER_INPUT or UNKNOWN_MUNICIPALITY.
     */
    async describe(caller: Caller, read: ReadCase, asked: SoughtHelpInput): Promise<void> {
      const file = await locks.takeOpen(caller, read);
      const from = soughtFrom(caller, file, asked);
      const help = toSoughtHelp(asked);
      checkSought(file, help, from ?? { nearPostcode4: null, schoolPostcode4: null }, from === null);
      const fields = [...changedHelp(file.need, help), ...(from ? changedPlace(file, from) : [])];
      if (fields.length === 0) return;
      await needs.keepFormer(file.id);
      if (from) await places.seekFrom(file.id, from.nearPostcode4, from.schoolPostcode4);
      await needs.write(file.id, help);
      await changes.add({ caseId: file.id, version: read.version + 1, kind: 'NEED_DESCRIBED', fields });
    },
  };
}

/** From where help is sought: near home unless it is said; null for who may not know where that is. Throws ONLY_FOR_OWNER. */
function soughtFrom(caller: Caller, file: CaseRow, asked: SoughtHelpInput): SoughtFrom | null {
  const [nearPostcode4, schoolPostcode4] = [asked.nearPostcode4 ?? null, asked.schoolPostcode4 ?? null];
  if (knowsWhereabouts(caller, file))
    return { nearPostcode4: nearPostcode4 ?? file.place?.postcode4 ?? null, schoolPostcode4 };
  if (nearPostcode4 !== null || schoolPostcode4 !== null) throw new HubError('ONLY_FOR_OWNER');
  return null;
}

function changedPlace({ place }: CaseRow, from: SoughtFrom): string[] {
  return (['nearPostcode4', 'schoolPostcode4'] as const).filter((name) => (place?.[name] ?? null) !== from[name]);
}
