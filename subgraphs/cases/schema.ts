import type { GraphQLSchema } from 'graphql';
import { buildFederatedSchema } from '../../platform/subgraph/federated-schema.js';
import { isUuid } from '../../platform/input/identifiers.js';
import { CaseAccessResolver } from './access-log/case-access.resolver.js';
import { BreakGlassStepsResolver } from './break-glass/break-glass-steps.resolver.js';
import { BreakGlassResolver } from './break-glass/break-glass.resolver.js';
import { CaseResolver } from './case/case.resolver.js';
import { toCase } from './case/case.type.js';
import { ConsentResolver } from './consent/consent.resolver.js';
import { ConsultationResolver } from './consultation/consultation.resolver.js';
import { ConsultationStepsResolver } from './consultation/steps/consultation-steps.resolver.js';
import { PlacementFiguresResolver } from './figures/placements/placement-figures.resolver.js';
import { Sla48hResolver } from './figures/sla48h/sla48h.resolver.js';
import { toConsultation } from './consultation/consultation.type.js';
import type { CasesContext } from './context.js';
import { casesPolicy } from './policy.js';
import { ReferralStepsResolver } from './referral/steps/referral-steps.resolver.js';
import { CaseReferralsResolver, ReferralResolver } from './referral/reading/referral.resolver.js';
import { toReferral } from './referral/referral.type.js';
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
      ConsentResolver,
      ConsultationResolver,
      ConsultationStepsResolver,
      ReferralResolver,
      CaseReferralsResolver,
      ReferralStepsResolver,
      PlacementFiguresResolver,
      Sla48hResolver,
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
      Referral: async ({ id }: Reference, { loaders }) => {
        const row = isUuid(id) ? await loaders.referrals.load(id) : null;
        return row && toReferral(row);
      },
    },
    policy: casesPolicy,
  });
}
