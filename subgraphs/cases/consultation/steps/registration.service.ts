import type { Caller } from '../../../../platform/identity/caller.js';
import { ownOrganisation, regionOfWork } from '../../access/work.rules.js';
import { knownMunicipality } from '../../lists/known-municipality.js';
import { sightOf } from '../../access/visibility.rules.js';
import { pastMoment, type Earlier } from '../../lists/moments.rules.js';
import type { ConsultationStepsStore, NewConsultation } from './consultation-steps.store.js';

/** A question as it came in; where no moment is told it came in now. */
export type Registration = Omit<NewConsultation, 'region' | 'receivedAt'> & { readonly receivedAt: Date | null };

/** Since when there can be consultations at all, and how far back somebody may write one down who does not work on them. */
const first = new Date('2000-01-01T00:00:00+01:00');
const referrerDays = 7;

/** A broker may write down what was forgotten long ago; whoever asks, only what was asked just now: past years are counted. */
function earliestFor(caller: Caller, now: Date): Earlier {
  if (sightOf(caller).region !== null) return { name: '2000-01-01', at: first };
  return { name: `-${referrerDays} d`, at: new Date(now.getTime() - referrerDays * 86_400_000) };
}

/** Writes down questions as they come in. */
export function registrationService(consultations: ConsultationStepsStore) {
  return {
    /** Throws FORBIDDEN for who works in no region, UNKNOWN_MUNICIPALITY or BAD_USER_INPUT. */
    async register(caller: Caller, { receivedAt, ...asked }: Registration): Promise<string> {
      knownMunicipality('municipalityCode', asked.municipalityCode);
      knownMunicipality('referrer.municipalityCode', asked.referrerMunicipalityCode);
      const now = await consultations.now();
      return consultations.add({
        ...asked,
        region: regionOfWork(caller),
        referrerOrganisationId: ownOrganisation(caller, asked.referrerOrganisationId, 'referrer.organisationId'),
        receivedAt: pastMoment('receivedAt', receivedAt ?? now, now, earliestFor(caller, now)),
      });
    },
  };
}
