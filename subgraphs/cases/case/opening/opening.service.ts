import type { Caller } from '../../../../platform/identity/caller.js';
import { HubError } from '../../../../platform/errors/errors.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { findRegion } from '../../../../vocabulary/places/region.js';
import { belongsTo } from '../../access/visibility.rules.js';
import { ownOrganisation, regionOfWork } from '../../access/work.rules.js';
import type { ConsultationRow } from '../../consultation/consultation.entity.js';
import type { ConsultationReadModel } from '../../consultation/consultation.read-model.js';
import type { ConsultationStepsStore } from '../../consultation/steps/consultation-steps.store.js';
import type { CasePlaceStore } from '../whereabouts/case-place.store.js';
import type { CaseChangesStore } from '../steps/case-changes.store.js';
import { withGiven, type CaseFacts, type GivenFacts } from '../steps/case-facts.rules.js';
import { assertHasOwner } from '../steps/case-steps.service.js';
import type { CaseStepsStore } from '../steps/case-steps.store.js';

/** What is told of a new case. */
export interface Opening {
  readonly consultationId: string | null;
  readonly ownerOrganisationId: string | null;
  readonly facts: GivenFacts & Pick<CaseFacts, 'birthYear' | 'municipalityCode' | 'currentRung'>;
  readonly postcode4: string | null;
}

interface Parts {
  readonly consultations: ConsultationReadModel;
  readonly consultationSteps: ConsultationStepsStore;
  readonly steps: CaseStepsStore;
  readonly places: CasePlaceStore;
  readonly changes: CaseChangesStore;
}

/** What is so of a case of which nothing more was told. */
const untold = {
  ...{ ownReference: null, outOfHomeAuthorisation: null, isThreatenedOutOfHome: false, isRestricted: false },
  ...{ schoolKind: null, processDirectorId: null },
  ...{ languages: [], legalFrameworks: [], measures: [], problemDomains: [] },
} satisfies Partial<CaseFacts>;

/** Opens cases, in the transaction of the request. */
export function openingService({ consultations, consultationSteps, steps, places, changes }: Parts) {
  /** The consultation that is to become a case. Throws NOT_FOUND, CONSULTATION_HAS_CASE or STATE_CONFLICT. */
  const findConsultation = async (caller: Caller, id: string): Promise<ConsultationRow> => {
    const row = isUuid(id) ? (await consultations.findByIds(caller, [id])).get(id) : undefined;
    if (!row) throw new HubError('NOT_FOUND');
    if (row.caseId !== null) throw new HubError('CONSULTATION_HAS_CASE');
    if (row.status === 'ABANDONED') throw new HubError('STATE_CONFLICT', { state: row.status });
    return row;
  };

  return {
    /** Throws FORBIDDEN for who works in no region, ONLY_FOR_OWNER, BAD_USER_INPUT, UNKNOWN_MUNICIPALITY and what `findConsultation` throws. */
    async open(caller: Caller, { consultationId, facts: given, postcode4, ...asked }: Opening): Promise<string> {
      const region = regionOfWork(caller);
      const consultation = consultationId === null ? null : await findConsultation(caller, consultationId);
      const owner = asked.ownerOrganisationId ?? consultation?.referrerOrganisationId ?? null;
      const ownerOrganisationId = ownOrganisation(caller, owner, 'ownerOrganisationId');
      const facts = newFacts(given);
      assertHasOwner(facts, ownerOrganisationId);
      if (facts.ownReference !== null && !belongsTo(caller, ownerOrganisationId)) throw new HubError('ONLY_FOR_OWNER');
      const caseId = await steps.add({ ...facts, region, ownerOrganisationId }, findRegion(region)?.prefix ?? '');
      await places.add(caseId, postcode4);
      await changes.add({ caseId, version: 1, kind: 'OPENED' });
      if (consultation && !(await consultationSteps.becomeCase(consultation.id, caseId)))
        throw new HubError('CONSULTATION_HAS_CASE');
      return caseId;
    },
  };
}

function newFacts(given: Opening['facts']): CaseFacts {
  const { birthYear, municipalityCode, currentRung } = given;
  const paying = { responsibleMunicipalityCode: given.responsibleMunicipalityCode ?? municipalityCode };
  return withGiven({ ...untold, birthYear, municipalityCode, currentRung, ...paying }, given);
}
