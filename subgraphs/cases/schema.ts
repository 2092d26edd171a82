import type { GraphQLSchema } from 'graphql';
import { buildFederatedSchema } from '../../platform/subgraph/federated-schema.js';
import { isUuid } from '../../platform/input/identifiers.js';
import { CaseAccessResolver } from './access-log/case-access.resolver.js';
import { BreakGlassStepsResolver } from './break-glass/break-glass-steps.resolver.js';
import { BreakGlassResolver } from './break-glass/break-glass.resolver.js';
import { CaseResolver } from './case/case.resolver.js';
import { CaseConsultationsResolver, ConsultationCaseResolver } from './case/case-consultations.resolver.js';
import { OpeningResolver } from './case/opening/opening.resolver.js';
import { CaseStepsResolver } from './case/steps/case-steps.resolver.js';
import { FormerNeedsResolver } from './need/former/former-need.resolver.js';
import { NeedStepsResolver } from './need/steps/need-steps.resolver.js';
import { toCase } from './case/case.type.js';
import { ConsentResolver } from './consent/consent.resolver.js';
import { ConsultationResolver } from './consultation/consultation.resolver.js';
import { ConsultationStepsResolver } from './consultation/steps/consultation-steps.resolver.js';
import { toConsultation } from './consultation/consultation.type.js';
import type { CasesContext } from './context.js';
import { JudgementResolver } from './judgement/judgement.resolver.js';
import { MentorResolver } from './mentor/mentor.resolver.js';
import { KinshipResolver } from './placement/kinship/kinship.resolver.js';
import { toPlacement } from './placement/placement.type.js';
import { CasePlacementsResolver, PlacementResolver } from './placement/reading/placement.resolver.js';
import { PlacementStepsResolver } from './placement/steps/placement-steps.resolver.js';
import { casesPolicy } from './policy.js';
import { ReferralStepsResolver } from './referral/steps/referral-steps.resolver.js';
import { CaseReferralsResolver, ReferralResolver } from './referral/reading/referral.resolver.js';
import { toReferral } from './referral/referral.type.js';
import { TimelineResolver } from './timeline/timeline.resolver.js';
import { YearTableResolver } from './year-table/year-table.resolver.js';

interface Reference {
  readonly id: string;
}

/** The schema of cases: the broker's work. */
export function buildCasesSchema(): Promise<GraphQLSchema> {
  return buildFederatedSchema<CasesContext>({
    resolvers: [
      CaseResolver,
      CaseAccessResolver,
      BreakGlassResolver,
      BreakGlassStepsResolver,
      OpeningResolver,
      CaseStepsResolver,
      NeedStepsResolver,
      FormerNeedsResolver,
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
      KinshipResolver,
      ReferralResolver,
      CaseReferralsResolver,
      ReferralStepsResolver,
      YearTableResolver,
    ],
    references: {
      Case: async ({ id }: Reference, { caller, loaders }) => {
        const row = isUuid(id) ? await loaders.cases.load(id) : null;
        return row && toCase(caller, row);
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
