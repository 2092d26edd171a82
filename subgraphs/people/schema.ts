import type { GraphQLSchema } from 'graphql';
import { buildFederatedSchema } from '../../platform/subgraph/federated-schema.js';
import { isUuid } from '../../platform/input/identifiers.js';
import type { PeopleContext } from './context.js';
import { ProfessionalAccessResolver } from './access-log/professional-access.resolver.js';
import { loadKey } from './access/keys.js';
import { MembershipResolver } from './membership/membership.resolver.js';
import { OrganisationResolver } from './organisation/organisation.resolver.js';
import { peoplePolicy } from './policy.js';
import { ProfessionalResolver } from './professional/professional.resolver.js';
import { TeamResolver } from './team/team.resolver.js';

interface Key {
  readonly id: string;
}

/** The schema of people: who the organisations, professionals and teams are. */
export function buildPeopleSchema(): Promise<GraphQLSchema> {
  return buildFederatedSchema<PeopleContext>({
    resolvers: [
      OrganisationResolver,
      ProfessionalResolver,
      ProfessionalAccessResolver,
      TeamResolver,
      MembershipResolver,
    ],
    references: {
      Organisation: ({ id }: Key, { loaders }) => loadKey(loaders.organisations, id),
      Professional: async ({ id }: Key, { loaders, audit }) => {
        const found = await loadKey(loaders.professionals, id);
        if (!found && isUuid(id)) audit.refused('Professional', [id]);
        return found;
      },
      Team: ({ id }: Key, { loaders }) => loadKey(loaders.teams, id),
    },
    policy: peoplePolicy,
  });
}
