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
import { placementFiguresReadModel } from './figures/placements/placement-figures.read-model.js';
import { placementFiguresService } from './figures/placements/placement-figures.service.js';
import { sla48hReadModel } from './figures/sla48h/sla48h.read-model.js';
import { sla48hService } from './figures/sla48h/sla48h.service.js';
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
  const breakGlasses = breakGlassReadModel(db);
  return {
    accesses: caseAccessReadModel(db),
    breakGlasses,
    breakingGlass: breakGlassService({ cases, glasses: breakGlassStore(db), read: breakGlasses }),
    cases,
    consents,
    consenting: consentService({ cases, consents, referrals: referralWrites }),
    contacts,
    consultations: consultationReadModel(db),
    consultationSteps: consultationStepsService({ consultations: consultationWrites, contacts, outcomes }),
    outcomes,
    referrals,
    registering: registrationService(consultationWrites),
    referring: referralService({
      cases,
      consents,
      referrals: referralWrites,
      pseudonyms: pseudonymStore(db),
      read: referrals,
      config,
    }),
    placementFigures: placementFiguresService(placementFiguresReadModel(db)),
    sla48h: sla48hService(sla48hReadModel(db)),
    yearTable: yearTableService(yearTableReadModel(db)),
  };
}

export type CasesServices = ReturnType<typeof casesServices>;
