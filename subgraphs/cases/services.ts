import type { EntityManager } from '../../platform/database/database.js';
import { caseAccessReadModel } from './access-log/case-access.read-model.js';
import { breakGlassReadModel } from './break-glass/break-glass.read-model.js';
import { breakGlassService } from './break-glass/break-glass.service.js';
import { breakGlassStore } from './break-glass/break-glass.store.js';
import { checklistStore } from './checklist/checklist.store.js';
import { residentialGate } from './checklist/residential-gate.js';
import { checklistService } from './checklist/steps/checklist.service.js';
import { casePlaceStore } from './case/whereabouts/case-place.store.js';
import { caseReadModel, type CaseReadModel } from './case/reading/case.read-model.js';
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
import { goalService } from './goal/goal.service.js';
import { goalStore } from './goal/goal.store.js';
import { judgementService } from './judgement/judgement.service.js';
import { judgementStore } from './judgement/judgement.store.js';
import { knownPlacesReadModel } from './known/known-places.read-model.js';
import { mentorService } from './mentor/mentor.service.js';
import { mentorStore } from './mentor/mentor.store.js';
import { dischargeService } from './placement/discharge/discharge.service.js';
import { dischargeStore } from './placement/discharge/discharge.store.js';
import { kinshipService } from './placement/kinship/kinship.service.js';
import { productStore } from './placement/product/product.store.js';
import { placementReadModel } from './placement/reading/placement.read-model.js';
import { allocationService } from './placement/steps/allocation.service.js';
import { placementLocks } from './placement/steps/placement-locks.js';
import { placementStepsService } from './placement/steps/placement-steps.service.js';
import { placementStepsStore } from './placement/steps/placement-steps.store.js';
import { databaseNow } from '../../platform/database/clock.js';
import { learningReviewService } from './learning/review/learning-review.service.js';
import { learningReviewStore } from './learning/review/learning-review.store.js';
import { signalService } from './learning/signal/signal.service.js';
import { signalStore } from './learning/signal/signal.store.js';
import { cbsOutcomeService } from './outcome/cbs/cbs-outcome.service.js';
import { cbsOutcomeStore } from './outcome/cbs/cbs-outcome.store.js';
import { formerNeedReadModel } from './need/former/former-need.read-model.js';
import { needStore } from './need/need.store.js';
import { needStepsService } from './need/steps/need-steps.service.js';
import { placementFiguresReadModel } from './figures/placements/placement-figures.read-model.js';
import { placementFiguresService } from './figures/placements/placement-figures.service.js';
import { dischargeBlockedReadModel } from './figures/discharge/discharge-blocked.read-model.js';
import { dischargeBlockedService } from './figures/discharge/discharge-blocked.service.js';
import { retDiscussedReadModel } from './figures/discussed/ret-discussed.read-model.js';
import { retDiscussedService } from './figures/discussed/ret-discussed.service.js';
import { costBenefitReadModel } from './figures/benefit/cost-benefit.read-model.js';
import { costBenefitService } from './figures/benefit/cost-benefit.service.js';
import { stuckCasesReadModel } from './figures/stuck/stuck-cases.read-model.js';
import { stuckCasesService } from './figures/stuck/stuck-cases.service.js';
import { openSignalsReadModel } from './figures/themes/open-signals.read-model.js';
import { openSignalsService } from './figures/themes/open-signals.service.js';
import { sla48hReadModel } from './figures/sla48h/sla48h.read-model.js';
import { sla48hService } from './figures/sla48h/sla48h.service.js';
import { outcomeStore } from './outcome/outcome.store.js';
import { pseudonymStore } from './referral/pseudonym/pseudonym.store.js';
import { referralReadModel } from './referral/reading/referral.read-model.js';
import { referralService } from './referral/steps/referral.service.js';
import { referralStore } from './referral/referral.store.js';
import { roundTableReadModel } from './round-table/round-table.read-model.js';
import { roundTableStore } from './round-table/round-table.store.js';
import { roundTableService } from './round-table/steps/round-table.service.js';
import { tableSubjects } from './round-table/steps/table-subject.service.js';
import { siblingService } from './case/siblings/sibling.service.js';
import { siblingStore } from './case/siblings/sibling.store.js';
import { timelineReadModel } from './timeline/timeline.read-model.js';
import { yearTableReadModel } from './year-table/year-table.read-model.js';
import { yearTableService } from './year-table/year-table.service.js';

/** Everything that cases can do, wired to one database handle: a pool or a transaction. */
export function casesServices(db: EntityManager, config: CasesConfig, searching = db) {
  const cases = caseReadModel(db);
  const consultations = consultationReadModel(db);
  const consultationWrites = consultationStepsStore(db);
  const contacts = contactStore(db);
  const outcomes = outcomeStore(db);
  const breakGlasses = breakGlassReadModel(db);
  return {
    accesses: caseAccessReadModel(db),
    breakGlasses,
    breakingGlass: breakGlassService({ cases, glasses: breakGlassStore(db), read: breakGlasses }),
    cases,
    contacts,
    consultations,
    consultationSteps: consultationStepsService({ consultations: consultationWrites, contacts, outcomes }),
    formerNeeds: formerNeedReadModel(db),
    outcomes,
    registering: registrationService(consultationWrites),
    roundTables: roundTableReadModel(db),
    tabling: roundTableService({
      tables: roundTableStore(db),
      subjects: tableSubjects({ cases, consultations: consultationWrites }),
    }),
    timelines: timelineReadModel(db),
    placementFigures: placementFiguresService(placementFiguresReadModel(searching)),
    dischargeBlocked: dischargeBlockedService(dischargeBlockedReadModel(searching)),
    retDiscussed: retDiscussedService(retDiscussedReadModel(searching)),
    costBenefit: costBenefitService(costBenefitReadModel(searching)),
    stuckCases: stuckCasesService(stuckCasesReadModel(searching)),
    openSignals: openSignalsService(openSignalsReadModel(searching)),
    sla48h: sla48hService(sla48hReadModel(searching)),
    yearTable: yearTableService(yearTableReadModel(searching)),
    ...caseWork(db, config, { cases, consultations, consultationSteps: consultationWrites }),
    ...careWork(db, config, cases),
    ...learning(db, cases),
  };
}

interface Read {
  readonly cases: CaseReadModel;
  readonly consultations: ConsultationReadModel;
  readonly consultationSteps: ConsultationStepsStore;
}

/** What changes cases. */
function caseWork(db: EntityManager, { retentionDays }: CasesConfig, { cases, ...of }: Read) {
  const [steps, siblings] = [caseStepsStore(db), siblingStore(db)];
  const parts = { steps, locks: caseLocks(cases, steps), places: casePlaceStore(db), changes: caseChangesStore(db) };
  return {
    siblings,
    siblingSteps: siblingService({ cases, siblings, ...parts }),
    opening: openingService({ ...of, ...parts }),
    caseSteps: caseStepsService({ ...parts, retentionDays }),
    needSteps: needStepsService({ ...parts, needs: needStore(db) }),
  };
}

/** From an option to care: what is weighed, who agrees, before whom a case comes and what care it gets. */
function careWork(db: EntityManager, config: CasesConfig, cases: CaseReadModel) {
  const [consents, referrals, referralWrites] = [consentStore(db), referralReadModel(db), referralStore(db)];
  const [placements, placementWrites] = [placementReadModel(db), placementStepsStore(db)];
  const products = productStore(db);
  const [judgements, mentors, checklists] = [judgementStore(db), mentorStore(db), checklistStore(db)];
  const places = knownPlacesReadModel(db);
  const gate = residentialGate(checklists);
  const before = { cases, consents, gate, places, config };
  const locks = placementLocks({ cases, read: placements, placements: placementWrites });
  return {
    ...{ consents, judgements, mentors, checklists, placements, products, referrals },
    consenting: consentService({ cases, consents, referrals: referralWrites }),
    judging: judgementService({ cases, places, judgements }),
    mentoring: mentorService({ cases, mentors }),
    checking: checklistService({ cases, checklists }),
    referring: referralService({
      ...before,
      ...{ referrals: referralWrites, pseudonyms: pseudonymStore(db), read: referrals },
    }),
    allocating: allocationService({ cases, gate, places, referrals, placements: placementWrites, products }),
    placing: placementStepsService({ places, placements: placementWrites, locks, products }),
    discharging: dischargeService({ placements: placementWrites, blocks: dischargeStore(db), locks }),
    kinship: kinshipService({ cases, read: placements, placements: placementWrites }),
  };
}

/** What came of it, and what the region learns. */
function learning(db: EntityManager, cases: CaseReadModel) {
  const [cbsOutcomes, learningReviews, signals] = [cbsOutcomeStore(db), learningReviewStore(db), signalStore(db)];
  const now = () => databaseNow(db);
  return {
    ...{ cbsOutcomes, learningReviews, signals },
    goals: goalService(goalStore(db)),
    measuring: cbsOutcomeService({ cases, outcomes: cbsOutcomes }),
    reviewing: learningReviewService({ reviews: learningReviews, cases, now }),
    signalling: signalService({ signals, reviews: learningReviews, now }),
  };
}

export type CasesServices = ReturnType<typeof casesServices>;
