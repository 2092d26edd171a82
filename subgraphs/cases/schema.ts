import type { GraphQLSchema } from 'graphql';
import { buildFederatedSchema } from '../../platform/subgraph/federated-schema.js';
import { isUuid } from '../../platform/input/identifiers.js';
import { CaseAccessResolver } from './access-log/case-access.resolver.js';
import { BreakGlassStepsResolver } from './break-glass/break-glass-steps.resolver.js';
import { BreakGlassResolver } from './break-glass/break-glass.resolver.js';
import { CaseChecklistResolver } from './checklist/checklist.resolver.js';
import { toChecklist } from './checklist/checklist.type.js';
import { ChecklistStepsResolver } from './checklist/steps/checklist-steps.resolver.js';
import { CaseResolver } from './case/case.resolver.js';
import { CaseConsultationsResolver, ConsultationCaseResolver } from './case/reading/case-consultations.resolver.js';
import { OpeningResolver } from './case/opening/opening.resolver.js';
import { CaseStepsResolver } from './case/steps/case-steps.resolver.js';
import { FormerNeedsResolver } from './need/former/former-need.resolver.js';
import { NeedStepsResolver } from './need/steps/need-steps.resolver.js';
import { toCase } from './case/case.type.js';
import { ConsentResolver } from './consent/consent.resolver.js';
import { ConsultationResolver } from './consultation/consultation.resolver.js';
import { ConsultationStepsResolver } from './consultation/steps/consultation-steps.resolver.js';
import { PlacementFiguresResolver } from './figures/placements/placement-figures.resolver.js';
import { DischargeBlockedResolver } from './figures/discharge/discharge-blocked.resolver.js';
import { RetDiscussedResolver } from './figures/discussed/ret-discussed.resolver.js';
import { CostBenefitResolver } from './figures/benefit/cost-benefit.resolver.js';
import { StuckCasesResolver } from './figures/stuck/stuck-cases.resolver.js';
import { Sla48hResolver } from './figures/sla48h/sla48h.resolver.js';
import { toConsultation } from './consultation/consultation.type.js';
import { AgendaQuestion, ThemeAgendaItem } from './borrowed-types.js';
import { ThemeCasesResolver } from './figures/themes/theme-cases.resolver.js';
import type { CasesContext } from './context.js';
import { GoalResolver } from './goal/goal.resolver.js';
import { JudgementResolver } from './judgement/judgement.resolver.js';
import { MentorResolver } from './mentor/mentor.resolver.js';
import { DischargeResolver } from './placement/discharge/discharge.resolver.js';
import { KinshipResolver } from './placement/kinship/kinship.resolver.js';
import { PlacementExportResolver } from './placement/export/placement-export.resolver.js';
import { ProductResolver } from './placement/product/product.resolver.js';
import { toPlacement } from './placement/placement.type.js';
import { CasePlacementsResolver, PlacementResolver } from './placement/reading/placement.resolver.js';
import { PlacementStepsResolver } from './placement/steps/placement-steps.resolver.js';
import { LearningReviewResolver } from './learning/review/learning-review.resolver.js';
import { SignalResolver } from './learning/signal/signal.resolver.js';
import { CbsOutcomeResolver } from './outcome/cbs/cbs-outcome.resolver.js';
import { OutcomesDueResolver } from './outcome/outcomes-due.resolver.js';
import { casesPolicy } from './policy.js';
import { ReferralStepsResolver } from './referral/steps/referral-steps.resolver.js';
import { CaseReferralsResolver, ReferralResolver } from './referral/reading/referral.resolver.js';
import { toReferral } from './referral/referral.type.js';
import { RoundTableStepsResolver } from './round-table/steps/round-table-steps.resolver.js';
import {
  CaseRoundTablesResolver,
  ConsultationRoundTablesResolver,
  RoundTableResolver,
} from './round-table/round-table.resolver.js';
import { SiblingResolver } from './case/siblings/sibling.resolver.js';
import { TimelineResolver } from './timeline/timeline.resolver.js';
import { YearTableResolver } from './year-table/year-table.resolver.js';

interface Reference {
  readonly id: string;
}

/** What answers and changes, by what it is about. */
const resolvers = [
  CaseResolver,
  CaseAccessResolver,
  CaseChecklistResolver,
  ChecklistStepsResolver,
  BreakGlassResolver,
  BreakGlassStepsResolver,
  OpeningResolver,
  CaseStepsResolver,
  NeedStepsResolver,
  FormerNeedsResolver,
  SiblingResolver,
  TimelineResolver,
  CaseConsultationsResolver,
  ConsultationCaseResolver,
  ConsentResolver,
  ConsultationResolver,
  ConsultationStepsResolver,
  JudgementResolver,
  MentorResolver,
  PlacementResolver,
  CasePlacementsResolver,
  PlacementStepsResolver,
  ProductResolver,
  PlacementExportResolver,
  KinshipResolver,
  DischargeResolver,
  ReferralResolver,
  CaseReferralsResolver,
  ReferralStepsResolver,
  OutcomesDueResolver,
  CbsOutcomeResolver,
  LearningReviewResolver,
  SignalResolver,
  RoundTableResolver,
  CaseRoundTablesResolver,
  ConsultationRoundTablesResolver,
  RoundTableStepsResolver,
  PlacementFiguresResolver,
  Sla48hResolver,
  StuckCasesResolver,
  ThemeCasesResolver,
  CostBenefitResolver,
  RetDiscussedResolver,
  DischargeBlockedResolver,
  GoalResolver,
  YearTableResolver,
] as const;

/** The schema of cases: the broker's work. */
export function buildCasesSchema(): Promise<GraphQLSchema> {
  return buildFederatedSchema<CasesContext>({
    resolvers,
    borrowed: [ThemeAgendaItem, AgendaQuestion],
    references: {
      ThemeAgendaItem: (reference: ThemeAgendaItem) => reference,
      Case: async ({ id }: Reference, { caller, loaders }) => {
        const row = isUuid(id) ? await loaders.cases.load(id) : null;
        return row && toCase(caller, row);
      },
      ResidentialChecklist: async ({ id }: Reference, { caller, loaders }) => {
        const row = isUuid(id) ? await loaders.cases.load(id) : null;
        return row && toChecklist(id, await loaders.checklistOfCase.load(id), toCase(caller, row).need);
      },
      Consultation: async ({ id }: Reference, { loaders }) => {
        const row = isUuid(id) ? await loaders.consultations.load(id) : null;
        return row && toConsultation(row);
      },
      Placement: async ({ id }: Reference, { loaders }) => {
        const row = isUuid(id) ? await loaders.placements.load(id) : null;
        return row && toPlacement(row);
      },
      Referral: async ({ id }: Reference, { loaders }) => {
        const row = isUuid(id) ? await loaders.referrals.load(id) : null;
        return row && toReferral(row);
      },
    },
    policy: casesPolicy,
  });
}
