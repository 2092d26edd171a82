import type { GraphQLSchema } from 'graphql';
import type { Policy } from '../../platform/policy/policy.js';
import { capacityPolicy } from '../../subgraphs/capacity/policy.js';
import { buildCapacitySchema } from '../../subgraphs/capacity/schema.js';
import { casesPolicy } from '../../subgraphs/cases/policy.js';
import { buildCasesSchema } from '../../subgraphs/cases/schema.js';
import { peoplePolicy } from '../../subgraphs/people/policy.js';
import { buildPeopleSchema } from '../../subgraphs/people/schema.js';
import type { SubgraphName } from '../subgraphs.js';

/** One subgraph's guarded schema and the table that guards it. */
export interface SubgraphRights {
  readonly name: SubgraphName;
  readonly schema: GraphQLSchema;
  readonly policy: Policy;
}

/** The three subgraphs as they are served; throws when a table is wrong. */
export async function subgraphRights(): Promise<SubgraphRights[]> {
  return [
    { name: 'cases', schema: await buildCasesSchema(), policy: casesPolicy },
    { name: 'capacity', schema: await buildCapacitySchema(), policy: capacityPolicy },
    { name: 'people', schema: await buildPeopleSchema(), policy: peoplePolicy },
  ];
}
