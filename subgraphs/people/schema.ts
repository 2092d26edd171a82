import type { GraphQLSchema } from 'graphql';
import { buildFederatedSchema } from '../../platform/subgraph/federated-schema.js';
import type { PeopleContext } from './context.js';
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
    resolvers: [OrganisationResolver, ProfessionalResolver, TeamResolver, MembershipResolver],
    references: {
      Organisation: ({ id }: Key, { loaders }) => loadKey(loaders.organisations, id),
      Professional: ({ id }: Key, { loaders }) => loadKey(loaders.professionals, id),
      Team: ({ id }: Key, { loaders }) => loadKey(loaders.teams, id),
    },
    policy: peoplePolicy,
  });
}
