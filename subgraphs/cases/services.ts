import type { EntityManager } from '../../platform/database/database.js';
import { caseAccessReadModel } from './access-log/case-access.read-model.js';
import { breakGlassReadModel } from './break-glass/break-glass.read-model.js';
import { breakGlassService } from './break-glass/break-glass.service.js';
import { breakGlassStore } from './break-glass/break-glass.store.js';
import { caseReadModel } from './case/case.read-model.js';
import type { CasesConfig } from './config.js';
import { consentService } from './consent/consent.service.js';
import { consentStore } from './consent/consent.store.js';
import { contactStore } from './contact/contact.store.js';
import { consultationReadModel } from './consultation/consultation.read-model.js';
import { consultationStepsService } from './consultation/steps/consultation-steps.service.js';
import { consultationStepsStore } from './consultation/steps/consultation-steps.store.js';
import { registrationService } from './consultation/steps/registration.service.js';
import { judgementService } from './judgement/judgement.service.js';
import { judgementStore } from './judgement/judgement.store.js';
import { knownPlacesReadModel } from './known/known-places.read-model.js';
import { mentorService } from './mentor/mentor.service.js';
import { mentorStore } from './mentor/mentor.store.js';
import { kinshipService } from './placement/kinship/kinship.service.js';
import { placementReadModel } from './placement/reading/placement.read-model.js';
import { allocationService } from './placement/steps/allocation.service.js';
import { placementStepsService } from './placement/steps/placement-steps.service.js';
import { placementStepsStore } from './placement/steps/placement-steps.store.js';
import { outcomeStore } from './outcome/outcome.store.js';
import { pseudonymStore } from './referral/pseudonym/pseudonym.store.js';
import { referralReadModel } from './referral/reading/referral.read-model.js';
import { referralService } from './referral/steps/referral.service.js';
import { referralStore } from './referral/referral.store.js';
import { yearTableReadModel } from './year-table/year-table.read-model.js';
import { yearTableService } from './year-table/year-table.service.js';

/** Everything that cases can do, wired to one database handle: a pool or a transaction. */
export function casesServices(db: EntityManager, config: CasesConfig) {
  const cases = caseReadModel(db);
  const consents = consentStore(db);
  const consultationWrites = consultationStepsStore(db);
  const contacts = contactStore(db);
  const outcomes = outcomeStore(db);
  const referrals = referralReadModel(db);
  const referralWrites = referralStore(db);
  const places = knownPlacesReadModel(db);
  const breakGlasses = breakGlassReadModel(db);
  const placements = placementReadModel(db);
  const placementWrites = placementStepsStore(db);
  const judgements = judgementStore(db);
  const mentors = mentorStore(db);
  return {
    accesses: caseAccessReadModel(db),
    allocating: allocationService({ cases, places, referrals, placements: placementWrites }),
    breakGlasses,
    breakingGlass: breakGlassService({ cases, glasses: breakGlassStore(db), read: breakGlasses }),
    cases,
    consents,
    consenting: consentService({ cases, consents, referrals: referralWrites }),
    contacts,
    consultations: consultationReadModel(db),
    consultationSteps: consultationStepsService({ consultations: consultationWrites, contacts, outcomes }),
    judgements,
    judging: judgementService({ cases, places, judgements }),
    kinship: kinshipService({ cases, read: placements, placements: placementWrites }),
    mentoring: mentorService({ cases, mentors }),
    mentors,
    outcomes,
    placements,
    placing: placementStepsService({ cases, places, read: placements, placements: placementWrites }),
    referrals,
    registering: registrationService(consultationWrites),
    referring: referralService({
      cases,
      consents,
      referrals: referralWrites,
      pseudonyms: pseudonymStore(db),
      read: referrals,
      places,
      config,
    }),
    yearTable: yearTableService(yearTableReadModel(db)),
  };
}

export type CasesServices = ReturnType<typeof casesServices>;
