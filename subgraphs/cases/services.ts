import type { EntityManager } from '../../platform/database/database.js';
import { caseAccessReadModel } from './access-log/case-access.read-model.js';
import { breakGlassReadModel } from './break-glass/break-glass.read-model.js';
import { breakGlassService } from './break-glass/break-glass.service.js';
import { breakGlassStore } from './break-glass/break-glass.store.js';
import { casePlaceStore } from './case/case-place.store.js';
import { caseReadModel, type CaseReadModel } from './case/case.read-model.js';
import { openingService } from './case/opening/opening.service.js';
import { caseChangesStore } from './case/steps/case-changes.store.js';
import { caseLocks } from './case/steps/case-locks.js';
import { caseStepsService } from './case/steps/case-steps.service.js';
import { caseStepsStore } from './case/steps/case-steps.store.js';
import type { CasesConfig } from './config.js';
import { consentService } from './consent/consent.service.js';
import { consentStore } from './consent/consent.store.js';
import { contactStore } from './contact/contact.store.js';
import { consultationReadModel, type ConsultationReadModel } from './consultation/consultation.read-model.js';
import { consultationStepsService } from './consultation/steps/consultation-steps.service.js';
import { consultationStepsStore, type ConsultationStepsStore } from './consultation/steps/consultation-steps.store.js';
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
import { formerNeedReadModel } from './need/former/former-need.read-model.js';
import { needStore } from './need/need.store.js';
import { needStepsService } from './need/steps/need-steps.service.js';
import { outcomeStore } from './outcome/outcome.store.js';
import { pseudonymStore } from './referral/pseudonym/pseudonym.store.js';
import { referralReadModel } from './referral/reading/referral.read-model.js';
import { referralService } from './referral/steps/referral.service.js';
import { referralStore } from './referral/referral.store.js';
import { timelineReadModel } from './timeline/timeline.read-model.js';
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
  const consultations = consultationReadModel(db);
  return {
    accesses: caseAccessReadModel(db),
    allocating: allocationService({ cases, places, referrals, placements: placementWrites }),
    breakGlasses,
    breakingGlass: breakGlassService({ cases, glasses: breakGlassStore(db), read: breakGlasses }),
    cases,
    consents,
    consenting: consentService({ cases, consents, referrals: referralWrites }),
    contacts,
    consultations,
    consultationSteps: consultationStepsService({ consultations: consultationWrites, contacts, outcomes }),
    judgements,
    judging: judgementService({ cases, places, judgements }),
    kinship: kinshipService({ cases, read: placements, placements: placementWrites }),
    mentoring: mentorService({ cases, mentors }),
    mentors,
    formerNeeds: formerNeedReadModel(db),
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
    timelines: timelineReadModel(db),
    yearTable: yearTableService(yearTableReadModel(db)),
    ...caseWork(db, config, { cases, consultations, consultationSteps: consultationWrites }),
  };
}

interface Read {
  readonly cases: CaseReadModel;
  readonly consultations: ConsultationReadModel;
  readonly consultationSteps: ConsultationStepsStore;
}

/** What changes cases. */
function caseWork(db: EntityManager, { retentionDays }: CasesConfig, { cases, ...of }: Read) {
  const steps = caseStepsStore(db);
  const parts = { steps, locks: caseLocks(cases, steps), places: casePlaceStore(db), changes: caseChangesStore(db) };
  return {
    opening: openingService({ ...of, ...parts }),
    caseSteps: caseStepsService({ ...parts, retentionDays }),
    needSteps: needStepsService({ ...parts, needs: needStore(db) }),
  };
}

export type CasesServices = ReturnType<typeof casesServices>;
