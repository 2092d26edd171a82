import type { Caller } from '../../../../platform/identity/caller.js';
import { ownReferrer, regionOfWork } from '../../access/work.rules.js';
import { knownMunicipality } from '../../lists/known-municipality.js';
import { assertPast } from '../../lists/moments.rules.js';
import type { ConsultationWorkStore, NewConsultation } from './consultation-work.store.js';

/** A question as it came in; where no moment is told it came in now. */
export type Registration = Omit<NewConsultation, 'region' | 'receivedAt'> & { readonly receivedAt: Date | null };

/** Writes down questions as they come in. */
export function registrationService(consultations: ConsultationWorkStore) {
  return {
    /** Throws FORBIDDEN for who works in no region, UNKNOWN_MUNICIPALITY or BAD_USER_INPUT. */
    async register(caller: Caller, { receivedAt, ...asked }: Registration): Promise<string> {
      knownMunicipality('municipalityCode', asked.municipalityCode);
      knownMunicipality('referrer.municipalityCode', asked.referrerMunicipalityCode);
      const now = await consultations.now();
      if (receivedAt) assertPast('receivedAt', receivedAt, now);
      return consultations.add({
        ...asked,
        region: regionOfWork(caller),
        referrerOrganisationId: ownReferrer(caller, asked.referrerOrganisationId),
        receivedAt: receivedAt ?? now,
      });
    },
  };
}
