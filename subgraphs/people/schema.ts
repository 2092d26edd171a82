import type { GraphQLSchema } from 'graphql';
import { buildFederatedSchema } from '../../platform/subgraph/federated-schema.js';
import { isUuid } from '../../platform/input/identifiers.js';
import type { PeopleContext } from './context.js';
import { ProfessionalAccessResolver } from './access-log/professional-access.resolver.js';
import { Case, Need } from './borrowed-types.js';
import { loadKey } from './access/keys.js';
import { CommonTimesResolver } from './common-times/common-times.resolver.js';
import { MembershipResolver } from './membership/membership.resolver.js';
import { AvailabilityResolver } from './availability/availability.resolver.js';
import { toDeployment } from './deployment/deployment.type.js';
import { CaseDuosResolver, DuoResolver } from './deployment/duos/duos.resolver.js';
import {
  CaseDeploymentsResolver,
  DeploymentMemberResolver,
  DeploymentResolver,
} from './deployment/read/deployment.resolver.js';
import { DeploymentStepsResolver } from './deployment/steps/deployment-steps.resolver.js';
import { CaseExpertsResolver, TeamMatchResolver } from './expert/experts.resolver.js';
import { DuoUseResolver } from './figures/duo-use.resolver.js';
import { NetworkResponseResolver } from './figures/network-response.resolver.js';
import { GuideResolver } from './guides/guide.resolver.js';
import { NetworkRequestResolver } from './network/network-request.resolver.js';
import { NetworkStepsResolver } from './network/steps/network-steps.resolver.js';
import { NetworkResolver } from './networks/network.resolver.js';
import { IntakeContactResolver } from './organisation/intake/intake-contact.resolver.js';
import { OrganisationResolver } from './organisation/organisation.resolver.js';
import { peoplePolicy } from './policy.js';
import { ProfessionalResolver } from './professional/professional.resolver.js';
import { ProfessionalSearchResolver } from './professional/search/professional-search.resolver.js';
import { PublishingResolver } from './publishing/publishing.resolver.js';
import { TeamResolver } from './team/team.resolver.js';
import { agendaItem } from './themes/agenda/theme-agenda.service.js';
import { ThemeAgendaResolver } from './themes/agenda/theme-agenda.resolver.js';
import { ThemeSessionStepsResolver } from './themes/session/steps/theme-session-steps.resolver.js';
import { ThemeParticipantResolver, ThemeSessionResolver } from './themes/session/theme-session.resolver.js';
import { ThemeResolver } from './themes/theme.resolver.js';

interface Key {
  readonly id: string;
}

/** The schema of people: who the organisations, professionals and teams are. */
export function buildPeopleSchema(): Promise<GraphQLSchema> {
  return buildFederatedSchema<PeopleContext>({
    resolvers: [
      OrganisationResolver,
      IntakeContactResolver,
      ProfessionalResolver,
      ProfessionalAccessResolver,
      ProfessionalSearchResolver,
      TeamResolver,
      NetworkResolver,
      MembershipResolver,
      AvailabilityResolver,
      CaseDuosResolver,
      DuoResolver,
      CaseExpertsResolver,
      TeamMatchResolver,
      DeploymentResolver,
      DeploymentMemberResolver,
      CaseDeploymentsResolver,
      DeploymentStepsResolver,
      DuoUseResolver,
      NetworkResponseResolver,
      PublishingResolver,
      GuideResolver,
      NetworkRequestResolver,
      NetworkStepsResolver,
      ThemeResolver,
      ThemeAgendaResolver,
      ThemeSessionResolver,
      ThemeParticipantResolver,
      ThemeSessionStepsResolver,
      CommonTimesResolver,
    ],
    borrowed: [Case, Need],
    references: {
      Organisation: ({ id }: Key, { loaders }) => loadKey(loaders.organisations, id),
      Professional: async ({ id }: Key, { loaders, audit }) => {
        const found = await loadKey(loaders.professionals, id);
        if (!found && isUuid(id)) audit.refused('Professional', [id]);
        return found;
      },
      Network: ({ id }: Key, { loaders }) => loadKey(loaders.networks, id),
      Team: ({ id }: Key, { loaders }) => loadKey(loaders.teams, id),
      Deployment: async ({ id }: Key, { loaders }) => {
        const row = await loadKey(loaders.deployments, id);
        return row && toDeployment(row);
      },
      ThemeAgendaItem: ({ id }: Key, { caller, guides }) => agendaItem(caller, guides, id),
      Case: (reference: Case) => reference,
    },
    policy: peoplePolicy,
  });
}
